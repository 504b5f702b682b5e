package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Home;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Before the meeting: everybody is told once, in their own hours, and the moderator knows who is
 * prepared. It is a Thursday; on Sunday Europe's clocks change, America's have changed before.
 */
class ReadyForMeetingTest extends Deeds {
  private static final String MONDAY = "2027-03-29T15:00:00Z";

  @Override
  Company opened(Company fresh) {
    fresh.clock.set(Instant.parse("2027-03-25T14:00:00Z"));
    return fresh;
  }

  @BeforeEach
  void anIncidentIsOver() {
    anIncidentRuns();
    jane.in(room).says("I look");
    company.settled();
    says(joe, "/pm resolve");
  }

  private void plans(String instant, Member... people) {
    Modal window = opens(joe, "/pm meeting");
    window.pickDateTime("When", Instant.parse(instant));
    window.pickUser("Who", people);
    assertThat(window.submit().errors()).isEmpty();
    joe.openModal().ifPresent(Modal::closeAll);
    company.settled();
  }

  private static List<Message> letters(Member member, String words) {
    return member.dm().sees().stream().filter(it -> it.text().contains(words)).toList();
  }

  private static int reminders(Member member) {
    return letters(member, "Reminder").size();
  }

  /** Who has been reminded by then. */
  private void remindedBy(String instant, Member... people) {
    company.until(instant);
    for (Member member : List.of(joe, jane, ada, lin)) {
      assertThat(reminders(member))
          .as("reminders of %s by %s", member.name(), instant)
          .isEqualTo(List.of(people).contains(member) ? 1 : 0);
    }
  }

  private String answers(Message message, Member who, String button) {
    int before = who.dm().seesPrivately().size();
    message.click(who, button);
    company.settled();
    List<Message> private_ = who.dm().seesPrivately();
    return private_.subList(before, private_.size()).toString();
  }

  @Test
  void each_is_reminded_once_in_their_own_working_hours_before_the_weekend_of_the_clocks() {
    plans(MONDAY, joe, jane, ada, lin);
    jane.moves(ZoneId.of("Asia/Tokyo"));
    company.settled();
    remindedBy("2027-03-26T06:59:00Z");
    remindedBy("2027-03-26T07:00:00Z", jane);
    remindedBy("2027-03-26T14:59:00Z", jane);
    remindedBy("2027-03-26T15:00:00Z", jane, ada);
    company.restarted();
    remindedBy("2027-03-26T15:00:01Z", jane, ada);
    remindedBy("2027-03-26T15:59:00Z", jane, ada);
    remindedBy("2027-03-26T16:00:00Z", jane, ada, joe);
    remindedBy("2027-03-26T19:59:00Z", jane, ada, joe);
    remindedBy("2027-03-26T20:00:00Z", jane, ada, joe, lin);
    assertThat(letters(joe, "Reminder").get(0).text())
        .contains(
            "Monday 2027-03-29 16:00 BST", "Please read the draft", "Still missing: Symptoms");
    assertThat(letters(ada, "Reminder").get(0).text()).contains("Monday 2027-03-29 17:00 CEST");
    assertThat(letters(lin, "Reminder").get(0).text()).contains("Monday 2027-03-29 11:00 EDT");
    assertThat(letters(jane, "Reminder").get(0).text()).contains("Tuesday 2027-03-30 00:00 JST");
    company.clock.set(Instant.parse("2027-03-28T01:30:00Z"));
    company.restarted();
    remindedBy("2027-03-28T03:00:00Z", jane, ada, joe, lin);
    remindedBy("2027-03-29T14:59:00Z", jane, ada, joe, lin);
    remindedBy("2027-03-30T14:59:00Z", jane, ada, joe, lin);
  }

  @Test
  void a_bot_that_was_away_on_the_night_of_the_reminder_makes_up_for_it_when_people_work_again() {
    plans(MONDAY, joe, ada);
    company.clock.set(Instant.parse("2027-03-28T00:30:00Z"));
    company.restarted();
    remindedBy("2027-03-28T00:30:00Z");
    remindedBy("2027-03-29T06:59:00Z");
    remindedBy("2027-03-29T07:00:00Z", ada);
    remindedBy("2027-03-29T08:00:00Z", ada, joe);
    remindedBy("2027-03-29T14:00:00Z", ada, joe);
  }

  @Test
  void a_meeting_that_moves_to_and_fro_reminds_once_for_each_time() {
    plans(MONDAY, joe, jane);
    company.until("2027-03-26T16:00:00Z");
    assertThat(reminders(joe)).isEqualTo(1);
    plans("2027-03-30T15:00:00Z", joe, jane);
    company.until("2027-03-29T14:59:00Z");
    assertThat(reminders(joe)).isEqualTo(1);
    company.until("2027-03-29T15:00:00Z");
    assertThat(reminders(joe)).isEqualTo(2);
    plans("2027-03-31T15:00:00Z", joe, jane);
    plans("2027-03-30T15:00:00Z", joe, jane);
    company.until("2027-03-30T14:00:00Z");
    assertThat(reminders(joe)).isEqualTo(2);
    assertThat(reminders(jane)).isEqualTo(2);
    assertThat(letters(joe, "The meeting has changed")).hasSize(3);
  }

  @Test
  void two_clicks_note_one_reading_and_the_moderator_hears_in_the_morning_who_is_missing() {
    says(joe, "/pm role moderator @lin");
    plans(MONDAY, joe, jane, ada, lin);
    company.until("2027-03-26T16:00:00Z");
    Message reminder = letters(jane, "Reminder").get(0);
    assertThat(reminder.buttons()).containsExactly("Read the draft", "I have read it");
    assertThat(answers(reminder, jane, "I have read it")).contains("It is noted that you have");
    assertThat(answers(reminder, jane, "I have read it")).contains("was noted before");
    assertThat(says(joe, "/pm status")).contains("1 of 4 attendees has read the draft");
    reminder.click(jane, "Read the draft");
    company.settled();
    assertThat(jane.dm().sees().toString()).contains("Checkout is down");

    company.until("2027-03-29T12:59:00Z");
    assertThat(letters(lin, "Not read the draft yet")).isEmpty();
    company.until("2027-03-29T13:00:00Z").restarted();
    company.until("2027-03-29T13:30:00Z");
    assertThat(letters(lin, "Not read the draft yet"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.text())
                    .contains("(3 of 4)", "Joe Bloggs", "Ada Byron", "Lin Chen")
                    .doesNotContain("Jane Doe"));
    for (Member member : List.of(joe, jane, ada)) {
      assertThat(letters(member, "Not read the draft yet")).as(member.name()).isEmpty();
    }
  }

  @Test
  void without_a_moderator_the_point_person_hears_it_and_that_all_have_read_it() {
    plans(MONDAY, joe, jane);
    company.until("2027-03-26T16:00:00Z");
    for (Member member : List.of(joe, jane)) {
      answers(letters(member, "Reminder").get(0), member, "I have read it");
    }
    company.until("2027-03-29T08:00:00Z");
    assertThat(letters(joe, "Everybody who is invited has read the draft")).hasSize(1);
    assertThat(letters(jane, "Everybody who is invited")).isEmpty();
  }

  @Test
  void ten_minutes_before_the_war_room_hears_it_once() {
    plans(MONDAY, joe, jane);
    company.until("2027-03-29T14:49:00Z");
    assertThat(room.messages().toString()).doesNotContain("about to begin");
    company.until("2027-03-29T14:50:00Z");
    company.until("2027-03-29T14:55:00Z").restarted();
    company.until("2027-03-29T15:05:00Z");
    assertThat(room.messages())
        .filteredOn(message -> message.text().contains("about to begin"))
        .hasSize(1);
  }

  @Test
  void a_meeting_planned_for_the_same_day_tells_everything_at_once() {
    plans("2027-03-25T14:55:00Z", joe, jane);
    assertThat(letters(jane, "You are invited"))
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("Please read the draft before"))
        .satisfies(it -> assertThat(it.buttons()).contains("I have read it"));
    company.until("2027-03-25T14:50:00Z");
    assertThat(reminders(jane)).isZero();
    assertThat(letters(joe, "Not read the draft")).isEmpty();
    assertThat(room.messages().toString()).contains("about to begin");
  }

  @Test
  void a_meeting_in_less_than_ten_minutes_is_told_to_the_war_room_at_once_and_once() {
    plans("2027-03-25T14:04:00Z", joe, jane);
    company.passes(Duration.ofSeconds(1));
    assertThat(room.messages())
        .filteredOn(message -> message.text().contains("about to begin"))
        .hasSize(1);
    company.until("2027-03-25T14:03:00Z").restarted();
    company.until("2027-03-25T14:30:00Z");
    assertThat(room.messages())
        .filteredOn(message -> message.text().contains("about to begin"))
        .hasSize(1);
    assertThat(letters(jane, "You are invited")).hasSize(1);
    assertThat(reminders(jane)).isZero();
  }

  @Test
  void a_late_invitee_and_a_late_moderator_are_told_at_once_and_once() {
    plans(MONDAY, joe, jane);
    company.until("2027-03-28T10:00:00Z");
    says(joe, "/pm role moderator @lin");
    assertThat(letters(lin, "You are invited"))
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("Please read the draft before"));
    plans(MONDAY, joe, jane, ada, lin);
    assertThat(letters(ada, "You are invited")).hasSize(1);
    company.until("2027-03-29T13:00:00Z");
    assertThat(letters(lin, "Not read the draft yet")).hasSize(1);
    assertThat(reminders(ada) + reminders(lin)).isZero();
    plans(MONDAY, joe, jane, lin);
    plans(MONDAY, joe, jane, ada, lin);
    assertThat(letters(ada, "You are no longer invited")).hasSize(1);
    assertThat(letters(ada, "You are invited")).hasSize(2);
    assertThat(letters(joe, "changed")).isEmpty();
  }

  @Test
  void an_old_button_says_why_it_does_nothing() {
    plans(MONDAY, joe, jane, ada);
    company.until("2027-03-26T16:00:00Z");
    Message reminder = letters(jane, "Reminder").get(0);
    plans(MONDAY, joe, ada);
    assertThat(answers(reminder, jane, "I have read it"))
        .contains("You are not invited to the review meeting of PM-1", "nothing was noted");
    says(joe, "/pm meeting cancel");
    Message other = letters(ada, "Reminder").get(0);
    assertThat(answers(other, ada, "I have read it")).contains("No review meeting of PM-1");
    plans("2027-03-30T15:00:00Z", joe, ada);
    assertThat(answers(other, ada, "I have read it")).contains("It is noted");
    company.until("2028-04-01T12:00:00Z").restarted();
    assertThat(answers(other, ada, "I have read it")).contains("No review meeting of PM-1");
    assertThat(says(joe, "/pm status")).contains("The meeting was on Tuesday 2027-03-30");
  }

  @Test
  void somebody_elses_click_counts_for_nobody() {
    plans(MONDAY, joe, jane);
    company.until("2027-03-26T16:00:00Z");
    letters(jane, "Reminder").get(0).click(ada, "I have read it");
    company.settled();
    assertThat(says(joe, "/pm status")).contains("0 of 2 attendees have read the draft");
  }

  @Test
  void the_home_tab_takes_the_word_too_and_forgets_the_meeting_when_it_is_over() {
    plans(MONDAY, joe, jane);
    Home home = jane.opensHome();
    company.settled();
    assertThat(home.text()).contains("Monday 2027-03-29 16:00 BST: PM-1 Checkout is down");
    home.click("I have read the draft of PM-1");
    company.settled();
    assertThat(home.text()).contains("You have read the draft");
    assertThat(says(joe, "/pm status")).contains("1 of 2 attendees has read the draft");
    company.until("2027-03-29T15:29:00Z");
    jane.opensHome();
    company.settled();
    assertThat(home.text()).contains("Monday 2027-03-29");
    company.until("2027-03-29T15:30:00Z");
    jane.opensHome();
    company.settled();
    assertThat(home.text()).contains("None planned.");
  }

  @Test
  void whoever_read_it_before_is_reminded_but_not_asked() {
    plans(MONDAY, joe, jane);
    jane.opensHome().click("I have read the draft of PM-1");
    company.until("2027-03-26T16:00:00Z");
    assertThat(letters(jane, "Reminder").get(0).buttons()).containsExactly("Read the draft");
    assertThat(letters(joe, "Reminder").get(0).buttons()).contains("I have read it");
  }
}
