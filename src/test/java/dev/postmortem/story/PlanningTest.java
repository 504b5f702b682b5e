package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Submission;
import dev.postmortem.rehearsal.UserGroup;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is proposed, refused and advised when the review meeting is planned. */
class PlanningTest extends Deeds {
  private Member max;
  private UserGroup owners;

  @Override
  Company opened(Company fresh) {
    max = fresh.slack.member("max", "Max Weber", "Head of Product", ZoneId.of("Europe/Berlin"));
    owners = fresh.slack.userGroup("owners", "Product owners", max);
    return fresh.with("PM_STAKEHOLDERS", owners.id());
  }

  @BeforeEach
  void anIncidentRunsOnAWednesday() {
    anIncidentRuns();
  }

  private static void at(Modal window, String instant) {
    window.pickDateTime("When", Instant.parse(instant));
  }

  @Test
  void whoever_took_part_was_named_or_has_a_stake_is_proposed_with_the_reason() {
    for (int i = 0; i < 3; i++) {
      jane.in(room).says("I look " + i);
    }
    joe.in(room).says("<@" + ada.id() + "> can you look at the database?");
    company.settled();
    jane.in(room).reacts("pushpin", room.message("I look 1"));
    says(joe, "/pm impact told by <@" + lin.id() + ">");
    Modal window = opens(joe, "/pm meeting");
    assertThat(window.value("Who")).contains(joe.id(), jane.id(), ada.id(), lin.id(), max.id());
    assertThat(window.text())
        .containsSubsequence("Joe Bloggs: point person", "Max Weber: stakeholder", "Jane Doe")
        .contains("wrote 3 messages, 1 of them marked", "Ada Byron: mentioned 1 time")
        .contains("Lin Chen: tagged in the post-mortem")
        .doesNotContain("Nobody from");
  }

  @Test
  void people_of_a_group_that_cannot_be_read_are_asked_for_until_it_can() {
    company.slack.withdrawScope("usergroups:read");
    UserGroup sales = company.slack.userGroup("sales", "Sales", max);
    company.with("PM_STAKEHOLDERS", sales.id()).restarted();
    Modal window = opens(joe, "/pm meeting");
    assertThat(window.text()).contains("I cannot see who is in", "invite its people by name");
    assertThat(window.value("Who")).doesNotContain(max.id());
    assertThat(window.text()).contains("Nobody from product is invited");
    window.close();
    company.slack.grantScope("usergroups:read");
    company.until("2026-11-18T14:10:00Z");
    window = opens(joe, "/pm meeting");
    assertThat(window.value("Who")).contains(max.id());
    assertThat(window.text()).doesNotContain("cannot see", "Nobody from");
  }

  @Test
  void what_is_late_and_long_is_refused_beside_its_field_until_there_is_a_reason() {
    says(joe, "/pm resolve");
    Modal window = opens(joe, "/pm meeting");
    at(window, "2026-12-10T15:00:00Z");
    window.choose("How long", "120 minutes");
    window.fill("Where", "Room 3");
    Submission refused = window.submit();
    assertThat(refused.errors()).containsOnlyKeys("When", "How long");
    assertThat(refused.errors().get("When")).contains("people forget", "Give a reason");
    assertThat(refused.errors().get("How long")).contains("120 minutes are too long");
    assertThat(window.value("Where")).isEqualTo("Room 3");
    assertThat(says(joe, "/pm status")).contains("No meeting planned yet");

    window.fill("Reason", "the vendor comes only then");
    Submission set = window.submit();
    assertThat(set.modal().text())
        .contains("The meeting is set", "people forget")
        .contains("The reason: the vendor comes only then");
    company.settled();
    set.modal().click("Change the meeting");
    company.settled();
    Modal again = joe.modal("Move the meeting");
    assertThat(again.value("Reason")).isEqualTo("the vendor comes only then");
    assertThat(again.value("How long")).isEqualTo("120 minutes");
  }

  @Test
  void a_moderator_who_worked_on_the_incident_is_named_with_the_evidence() {
    for (int i = 0; i < 6; i++) {
      jane.in(room).says("I try " + i);
    }
    joe.in(room).says("thanks");
    company.settled();
    Modal window = opens(joe, "/pm meeting");
    window.pickUser("Moderator", jane);
    Submission set = window.submit();
    assertThat(set.modal().text()).contains("Jane Doe wrote 6 of 7 messages in this incident");
    company.settled();
    set.modal().closeAll();
    assertThat(says(joe, "/pm status")).contains("moderator Jane Doe");
    says(joe, "/pm role moderator @lin");
    assertThat(says(joe, "/pm role moderator @jane")).contains("Jane Doe wrote 6 of 7 messages");
    assertThat(says(joe, "/pm role moderator @lin")).doesNotContain("wrote");
  }

  @Test
  void the_page_of_the_people_names_the_evidence_too() {
    for (int i = 0; i < 6; i++) {
      jane.in(room).says("I try " + i);
    }
    joe.in(room).says("thanks");
    company.settled();
    Modal people = opens(joe, "/pm edit participants");
    people.pickUser("Moderator of the meeting", jane);
    assertThat(people.submit().modal().text())
        .contains("is saved", "Jane Doe wrote 6 of 7 messages in this incident");
    company.settled();
    joe.modal().closeAll();
    assertThat(opens(joe, "/pm edit participants").submit().isClosed()).isTrue();
  }

  @Test
  void more_than_twelve_are_many_and_get_in_all_the_same() {
    List<Member> many = new ArrayList<>(List.of(joe, lin));
    for (int i = 0; i < 11; i++) {
      many.add(company.slack.member("m" + i, "Member " + i, "Clerk", ZoneId.of("UTC")));
    }
    Modal window = opens(joe, "/pm meeting");
    window.pickUser("Who", many.toArray(new Member[0]));
    assertThat(window.submit().modal().text()).contains("13 people are invited");
    company.settled();
    assertThat(many.get(12).dm().sees("You are invited").text())
        .contains("Agenda", "Why we are here", "without blame", "30 min");
  }

  @Test
  void two_who_plan_at_once_lose_nothing() {
    Modal first = opens(joe, "/pm meeting");
    first.pickUser("Who", joe, jane);
    at(first, "2026-11-20T15:00:00Z");
    first.submit();
    joe.openModal().ifPresent(Modal::closeAll);
    company.settled();

    Modal joes = opens(joe, "/pm meeting");
    Modal janes = opens(jane, "/pm meeting");
    joes.pickUser("Who", joe, jane, ada);
    joes.fill("Where", "Room 3");
    joes.submit();
    company.settled();
    janes.pickUser("Who", jane, lin);
    at(janes, "2026-11-20T16:00:00Z");
    assertThat(janes.submit().errors()).isEmpty();
    company.settled();
    joe.openModal().ifPresent(Modal::closeAll);

    Modal now = opens(ada, "/pm meeting");
    assertThat(now.value("Who")).contains(jane.id(), ada.id(), lin.id()).doesNotContain(joe.id());
    assertThat(now.value("Where")).isEqualTo("Room 3");
    assertThat(now.text()).contains("It is planned for Friday 2026-11-20 16:00 GMT");
    assertThat(joe.dm().sees("You are no longer invited").text()).contains("PM-1");
  }

  @Test
  void after_a_meeting_another_can_be_planned_with_a_fresh_proposal() {
    says(joe, "/pm resolve");
    Modal window = opens(joe, "/pm meeting");
    at(window, "2026-11-20T15:00:00Z");
    window.submit();
    joe.openModal().ifPresent(Modal::closeAll);
    company.until("2026-11-20T16:00:00Z");
    assertThat(says(joe, "/pm meeting cancel")).contains("No meeting of PM-1 is planned");
    Modal another = opens(joe, "/pm meeting");
    assertThat(another.title()).isEqualTo("Plan the meeting");
    assertThat(another.text()).contains("Proposed: Tuesday 2026-11-24 09:00");
    assertThat(another.submit().errors()).isEmpty();
    company.settled();
    assertThat(says(joe, "/pm status")).contains("Meeting Tuesday 2026-11-24");
  }
}
