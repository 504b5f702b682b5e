package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is heard in the war room, in whatever order and form it comes, and how it is amended. */
class TimelineTest extends Deeds {
  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(1));
  }

  private String timeline() {
    return section("Timeline");
  }

  @Test
  void edits_replace_deletions_remove_and_comings_and_goings_leave_no_trace() {
    Message wrong = joe.in(room).says("rolling back 1.4.1");
    wrong.edit("rolling back 1.4.2");
    Message regret = joe.in(room).says("sorry, wrong channel");
    regret.delete();
    Message parent = joe.in(room).says("a parent to be deleted");
    jane.in(room).replies(parent, "a reply that stays");
    parent.delete();
    lin.in(room).joins();
    lin.in(room).leaves();
    room.topic(jane, "checkout is down, see PM-1");
    company.settled();
    assertThat(timeline())
        .contains("rolling back 1.4.2", "a reply that stays", "checkout is down, see PM-1")
        .doesNotContain("1.4.1", "wrong channel", "to be deleted", "joined", "left");
    assertThat(paper("html"))
        .contains("rolling back 1.4.2 (edited)", ": rolling back 1.4.1</div>")
        .doesNotContain("wrong channel", "to be deleted");
    assertThat(paper("json"))
        .contains("\"markdown\":\"rolling back 1.4.1\"")
        .doesNotContain("wrong channel", "to be deleted");
  }

  @Test
  void people_are_called_by_the_name_and_the_role_that_they_have_now() {
    joe.in(room).says("<@" + jane.id() + "> is on it");
    jane.in(room).says("found it");
    company.settled();
    assertThat(timeline()).contains("Jane Doe (", "@Jane Doe is on it");
    jane.renames("Jane Roe").becomes("Director");
    company.settled();
    assertThat(timeline())
        .contains("Jane Roe (Director): found it", "@Jane Roe is on it")
        .doesNotContain("Jane Doe");
  }

  @Test
  void broadcasts_actions_alerts_files_and_shapes_nobody_knows_are_kept_once_each()
      throws Exception {
    Message parent = joe.in(room).says("who looks at it?");
    jane.in(room).repliesToChannelToo(parent, "I do, and tell everybody");
    ada.in(room).emotes("drops the index");
    company
        .slack
        .webhook("Pager")
        .in(room)
        .alerts(
            "[{\"title\":\"Queue above 90000\",\"text\":\"depth 90412\",\"fallback\":\"Queue\"}]");
    company.slack.otherApp("Deployer").in(room).says("deployed 1.4.2 to production");
    jane.in(room).uploads("queue.png", "image/png", new byte[] {1, 2, 3}, "the queue, growing");
    ObjectNode strange =
        (ObjectNode)
            JSON.readTree(
                "{\"type\":\"message\",\"subtype\":\"never_heard_of\",\"user\":null,\"text\":\"from a"
                    + " form\",\"ts\":\"1795442470.000200\"}");
    room.replays(strange);
    company.settled();
    String timeline = timeline();
    for (String words :
        new String[] {
          "who looks at it?",
          "tell everybody",
          "drops the index",
          "depth 90412",
          "deployed 1.4.2 to production",
          "the queue, growing",
          "from a form"
        }) {
      assertThat(timeline.split(java.util.regex.Pattern.quote(words), -1)).as(words).hasSize(2);
    }
  }

  @Test
  void the_bots_own_messages_and_answers_never_enter_the_timeline() {
    says(joe, "/pm status");
    says(joe, "/pm note 14:00 a note");
    joe.in(room).says("<@" + company.slack.botUserId() + "> status");
    company.settled();
    says(joe, "/pm resolve");
    company.passes(Duration.ofMinutes(1));
    says(joe, "/pm reopen");
    assertThat(timeline())
        .contains("a note")
        .doesNotContain("I keep the timeline", "Still missing", "is resolved", "is open again");
  }

  @Test
  void whatever_the_order_and_however_often_it_comes_the_timeline_is_the_same() {
    company.slack.deliveries().copies(3).hold();
    Message one = joe.in(room).says("first words");
    one.edit("second words");
    company.passes(Duration.ofSeconds(2));
    one.edit("last words");
    Message gone = jane.in(room).says("never mind");
    gone.delete();
    Message reply = ada.in(room).replies(one, "a reply");
    joe.in(room).reacts("pushpin", reply);
    company.slack.deliveries().releaseShuffled(new Random(7));
    company.settled();
    company.slack.deliveries().copies(1);
    assertThat(timeline().split("last words", -1)).hasSize(2);
    assertThat(timeline().split("a reply", -1)).hasSize(2);
    assertThat(timeline()).doesNotContain("first words", "second words", "never mind");
    assertThat(section("Key Points")).contains("a reply");
    assertThat(says(joe, "/pm status")).contains("2 entries");
  }

  @Test
  void a_delete_and_an_edit_that_come_before_their_message_win() {
    company.slack.deliveries().hold();
    Message gone = jane.in(room).says("never mind");
    gone.delete();
    Message edited = joe.in(room).says("first words");
    edited.edit("last words");
    company.slack.deliveries().releaseReversed();
    company.settled();
    assertThat(timeline()).contains("last words").doesNotContain("first words", "never mind");
  }

  @Test
  void a_preview_of_a_link_is_no_edit() {
    Message link = joe.in(room).says("see https://wiki.example.com/x");
    link.unfurls("https://wiki.example.com/x", "The wiki", "an unrelated preview");
    company.settled();
    assertThat(timeline()).contains("https://wiki.example.com/x").doesNotContain("edited");
  }

  @Test
  void the_window_pages_through_many_entries() {
    for (int i = 1; i <= 47; i++) {
      company.clock.advance(Duration.ofSeconds(61));
      joe.in(room).says("entry number " + i + ".");
    }
    company.settled();
    Modal window = opens(joe, "/pm timeline");
    assertThat(window.text())
        .contains("47 entries", "page 3 of 3", "entry number 47.")
        .doesNotContain("entry number 27.");
    assertThat(window.buttons()).contains("Earlier").doesNotContain("Later");
    window.click("Earlier");
    company.settled();
    assertThat(window.text()).contains("page 2 of 3", "entry number 27.", "entry number 8.");
    window.click("Earlier");
    company.settled();
    assertThat(window.text()).contains("page 1 of 3", "entry number 1.");
    assertThat(window.buttons()).contains("Later").doesNotContain("Earlier");
    window.click("Later");
    company.settled();
    assertThat(window.text()).contains("page 2 of 3");

    window.click("Change the entry of 11-18 14:14");
    company.settled();
    Modal entry = joe.modal("Timeline entry");
    entry.writes("What the document says", "said in other words");
    assertThat(entry.submit().hasErrors()).isFalse();
    company.settled();
    assertThat(joe.modal().text()).contains("page 2 of 3", "said in other words");
  }

  @Test
  void an_entry_is_moved_reworded_filed_and_left_out_and_the_window_below_shows_it() {
    says(ada, "/pm note 13:50 deploy began");
    company.passes(Duration.ofMinutes(4));
    joe.in(room).says("the limit is 400");
    company.passes(Duration.ofMinutes(5));
    joe.in(room).says("lunch?");
    company.settled();
    Modal window = opens(joe, "/pm timeline");
    window.click("Change the entry of 11-18 14:05");
    company.settled();
    Modal entry = joe.modal("Timeline entry");
    assertThat(entry.text()).contains("Joe Bloggs said: the limit is 400");
    entry.pickDateTime("When it happened", Instant.parse("2026-11-18T19:00:00Z"));
    assertThat(entry.submit().errors().toString()).contains("in the future");
    entry.pickDateTime("When it happened", Instant.parse("2026-11-18T13:40:00Z"));
    entry.writes("What the document says", "the password was wrong");
    entry.choose("Filed under", "Impact", "Key Points");
    assertThat(entry.submit().hasErrors()).isFalse();
    company.settled();
    assertThat(joe.modal().text())
        .contains("13:40", "the password was wrong", "impact, key")
        .doesNotContain("the limit is 400");
    joe.modal().click("Change the entry of 11-18 14:10");
    company.settled();
    joe.modal("Timeline entry").choose("In the document", "Leave this entry out");
    assertThat(joe.modal().submit().hasErrors()).isFalse();
    company.settled();
    assertThat(joe.modal().text()).contains("hidden");
    assertThat(timeline())
        .containsSubsequence("13:40", "the password was wrong", "13:50", "deploy began")
        .doesNotContain("lunch?", "the limit is 400");
    assertThat(section("Impact")).contains("the password was wrong");
    assertThat(says(joe, "/pm search limit is 400")).contains("Nothing that you may see");
    assertThat(says(joe, "/pm search password was wrong")).contains("PM-1");

    joe.modal().click("Change the entry of 11-18 13:40");
    company.settled();
    joe.modal("Timeline entry").choose("Filed under", "Impact");
    assertThat(joe.modal().submit().hasErrors()).isFalse();
    company.settled();
    assertThat(section("Impact")).contains("the password was wrong");
    assertThat(section("Key Points")).doesNotContain("password");
    assertThat(timeline()).contains("13:40");
  }

  @Test
  void an_entry_whose_message_was_deleted_meanwhile_says_so() {
    Message said = joe.in(room).says("lunch?");
    company.settled();
    Modal window = opens(jane, "/pm timeline");
    window.click("Change");
    company.settled();
    Modal entry = jane.modal("Timeline entry");
    said.delete();
    company.settled();
    assertThat(entry.submit().errors().toString()).contains("its author deleted it");
  }

  @Test
  void the_timeline_window_leads_to_the_other_pages() {
    Modal window = opens(joe, "/pm timeline");
    window.choose("Go to", "Participants and roles");
    company.settled();
    assertThat(joe.modal().inputs()).contains("Point person");
  }

  @Test
  void the_json_form_keeps_instants_and_slack_timestamps() throws Exception {
    Message said = joe.in(room).says("errors everywhere");
    company.settled();
    JsonNode entry = JSON.readTree(paper("json")).path("timeline").get(0);
    assertThat(entry.path("ts").asText()).isEqualTo(said.ts());
    assertThat(entry.path("at").asText()).startsWith("2026-11-18T14:01:");
    assertThat(entry.path("author").path("name").asText()).isEqualTo("Joe Bloggs");
    assertThat(entry.path("permalink").asText()).isEqualTo(said.permalink());
  }
}
