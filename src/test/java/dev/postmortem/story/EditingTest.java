package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window that fills the sections, page by page, alone and together with others. */
class EditingTest extends Deeds {

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(1));
    ada.in(room).says("a migration runs");
    company.settled();
  }

  private Modal turns(Modal page, String to) {
    page.choose("Go to", to);
    company.settled();
    return joe.modal();
  }

  @Test
  void every_page_is_reached_by_the_menu_and_keeps_what_was_typed_on_the_one_before() {
    Modal page = opens(joe, "/pm edit");
    List<String> pages = page.options("Go to");
    assertThat(pages).hasSize(7);
    int filled = 0;
    for (String to : pages) {
      page = turns(page, to);
      for (String input : page.inputs()) {
        if (page.json().toString().contains("rich_text_input") && !input.equals("Go to")) {
          page.writes(input, "words for " + input);
          filled++;
        }
      }
      if (page.inputs().contains("One more task")) {
        page.fill("One more task", "words for Tasks");
        page.fill("One more question", "words for Questions");
      }
      if (page.inputs().contains("Participants")) {
        page.pickUser("Participants", ada, lin);
      }
    }
    assertThat(page.text()).contains("a migration runs");
    page = turns(page, pages.get(0));
    page.close();
    assertThat(filled).isEqualTo(12);
    String document = document();
    for (String title :
        new String[] {
          "Observations",
          "Symptoms",
          "Hypothesis",
          "Remediation",
          "Impact",
          "Key Points",
          "Additional Details",
          "Communication",
          "Images",
          "Tasks",
          "Questions",
          "What we did well",
          "What we didn't do so well",
          "What can we learn from in future"
        }) {
      assertThat(document.replace("\\", "")).contains("words for " + title);
    }
    assertThat(section("Participants")).contains("Ada Byron (Database Engineer)", "Lin Chen");
    assertThat(document.split("words for Tasks", -1)).hasSize(2);
  }

  @Test
  void turning_to_the_same_page_makes_a_task_once() {
    Modal page = opens(joe, "/pm edit tasks");
    page.fill("One more task", "write the runbook");
    page = turns(page, "Tasks and questions");
    assertThat(page.value("One more task")).isEmpty();
    assertThat(page.submit().isClosed()).isTrue();
    company.settled();
    assertThat(says(joe, "/pm tasks")).contains("1. write the runbook").doesNotContain("2.");
  }

  @Test
  void edit_opens_on_the_page_of_the_section_and_refuses_one_that_is_not_there() {
    assertThat(opens(joe, "/pm edit impact").inputs()).contains("Impact");
    joe.modal().closeAll();
    assertThat(opens(joe, "/pm edit participants").inputs()).contains("Participants");
    joe.modal().closeAll();
    assertThat(opens(joe, "/pm edit What we did well").inputs()).contains("What we did well");
    joe.modal().closeAll();
    assertThat(opens(joe, "/pm edit timeline").text()).contains("a migration runs");
    joe.modal().closeAll();
    assertThat(says(joe, "/pm edit root cause"))
        .contains("no section of that name", "hypothesis", "learned", "timeline")
        .contains("You typed: /pm edit root cause");
  }

  @Test
  void two_who_edit_at_once_lose_nothing_and_the_second_decides() {
    Modal first = opens(joe, "/pm edit impact");
    Modal second = opens(jane, "/pm edit impact");
    first.writes("Impact", "400 orders were late");
    assertThat(first.submit().isClosed()).isTrue();
    second.writes("Impact", "nobody could pay");
    second.writes("Key Points", "14:31 index dropped");
    Submission conflict = second.submit();
    assertThat(conflict.isClosed()).isFalse();
    Modal decide = conflict.modal();
    assertThat(decide.text())
        .contains("Joe Bloggs changed Impact")
        .contains("400 orders were late")
        .doesNotContain("changed Key Points")
        .doesNotContain("emptied");
    assertThat(decide.value("Impact")).contains("nobody could pay");
    assertThat(decide.value("Key Points")).contains("14:31 index dropped");
    assertThat(decide.submit().isClosed()).isTrue();
    company.settled();
    assertThat(section("Impact")).contains("nobody could pay").doesNotContain("400 orders");
    assertThat(section("Key Points")).contains("14:31 index dropped");
  }

  @Test
  void turning_the_page_in_a_conflict_keeps_both_words_on_the_screen() {
    Modal page = opens(joe, "/pm edit impact");
    says(jane, "/pm impact 400 orders were late");
    says(ada, "/pm impact and 3 were lost");
    page.writes("Impact", "nobody could pay");
    page = turns(page, "Participants and roles");
    assertThat(page.text())
        .contains("Ada Byron changed Impact", "400 orders were late", "and 3 were lost");
    assertThat(page.value("Impact")).contains("nobody could pay");
    page = turns(page, "Participants and roles");
    assertThat(page.inputs()).contains("Participants");
    assertThat(section("Impact")).contains("nobody could pay");
  }

  @Test
  void a_field_that_nobody_touched_overwrites_nothing() {
    says(joe, "/pm impact 400 orders");
    Modal texts = opens(joe, "/pm edit impact");
    says(jane, "/pm impact 3 were lost");
    texts.writes("Key Points", "14:31 index dropped");
    assertThat(texts.submit().isClosed()).isTrue();
    company.settled();
    assertThat(section("Impact")).contains("400 orders", "3 were lost");

    Modal people = opens(joe, "/pm edit participants");
    jane.in(room).says("I drop the index");
    company.settled();
    says(jane, "/pm role moderator @lin");
    people.pickUser("Participants", ada, joe);
    assertThat(people.submit().isClosed()).isTrue();
    company.settled();
    assertThat(section("Participants")).contains("Jane Doe", "Ada Byron", "Joe Bloggs");
    assertThat(says(joe, "/pm status")).contains("moderator Lin Chen");

    Modal head = turns(opens(joe, "/pm edit"), "Title, severity and times");
    Modal other = opens(jane, "/pm edit");
    other.choose("Go to", "Title, severity and times");
    company.settled();
    jane.modal().fill("Title", "Checkout was down");
    assertThat(jane.modal().submit().isClosed()).isTrue();
    head.choose("Severity", "SEV1 – everybody is affected");
    assertThat(head.submit().isClosed()).isTrue();
    company.settled();
    assertThat(says(joe, "/pm status")).contains("Checkout was down", "SEV1");
  }

  @Test
  void a_saved_page_that_was_only_looked_at_changes_nothing() {
    says(joe, "/pm impact *400* orders of <https://shop.example.com/a?b=1&c=2|the shop> & <more>");
    says(joe, "/pm impact _second_ line with `code`");
    String before = document();
    Modal page = opens(joe, "/pm edit impact");
    assertThat(page.submit().isClosed()).isTrue();
    company.settled();
    assertThat(document()).isEqualTo(before);
  }

  @Test
  void mentions_links_lists_and_bold_in_a_field_reach_the_document() throws Exception {
    JsonNode rich =
        new ObjectMapper()
            .readTree(
                """
                {"type":"rich_text","elements":[
                  {"type":"rich_text_section","elements":[
                    {"type":"user","user_id":"%s"},
                    {"type":"text","text":" dropped "},
                    {"type":"text","text":"the index","style":{"bold":true}},
                    {"type":"text","text":", see "},
                    {"type":"link","url":"https://wiki.example.com/x?a=1&b=2","text":"the wiki"}]},
                  {"type":"rich_text_list","style":"bullet","indent":0,"elements":[
                    {"type":"rich_text_section","elements":[{"type":"text","text":"first"}]},
                    {"type":"rich_text_section","elements":[{"type":"text","text":"second"}]}]},
                  {"type":"rich_text_preformatted","elements":[{"type":"text","text":"drop index i;"}]}
                ]}
                """
                    .formatted(ada.id()));
    Modal page = opens(joe, "/pm edit remediation");
    page.writes("Remediation", rich);
    assertThat(page.submit().isClosed()).isTrue();
    company.settled();
    String expected = section("Remediation");
    assertThat(expected)
        .contains("Ada Byron", "**the index**", "[the wiki](https://wiki.example.com/x?a=1&b=2)")
        .contains("- first", "- second", "drop index i;");
    Modal again = opens(joe, "/pm edit remediation");
    assertThat(again.value("Remediation")).contains("the index", "the wiki", "first", "second");
    again.writes("Hypothesis", "a lock");
    assertThat(again.submit().isClosed()).isTrue();
    company.settled();
    assertThat(section("Remediation")).isEqualTo(expected);
  }

  @Test
  void the_headline_page_changes_title_severity_zone_and_times() {
    company.passes(Duration.ofMinutes(30));
    says(joe, "/pm resolve");
    Modal page = turns(opens(joe, "/pm edit"), "Title, severity and times");
    page.fill("Title", "Checkout and login are down");
    page.choose("Severity", "SEV1 – everybody is affected");
    page.pickDateTime("Started", Instant.parse("2026-11-18T13:50:00Z"));
    page.pickDateTime("Resolved", Instant.parse("2026-11-18T13:40:00Z"));
    assertThat(page.submit().errors().toString()).contains("cannot be over before it started");
    page.pickDateTime("Resolved", Instant.parse("2026-11-18T14:20:00Z"));
    page.fill("Time zone", "Mars/Olympus");
    assertThat(page.submit().errors()).containsOnlyKeys("Time zone");
    page.fill("Time zone", "Europe/Paris");
    assertThat(page.submit().isClosed()).isTrue();
    company.settled();
    assertThat(says(joe, "/pm status"))
        .contains("Checkout and login are down", "SEV1")
        .contains("started 2026-11-18 14:50 CET, resolved 2026-11-18 15:20 CET after 30 min");
    assertThat(jane.in(room).sees("Checkout and login are down").text()).contains("SEV1");
  }

  @Test
  void an_earlier_start_reads_what_was_said_from_then_on() {
    Channel other = company.slack.channel("inc-44", joe, ada);
    other.invite(company.slack.bot());
    ada.in(other).says("deploying 1.4.2");
    company.passes(Duration.ofMinutes(10));
    joe.in(other).types("/pm start Login is down");
    company.settled();
    joe.in(other).types("/pm edit");
    company.settled();
    Modal page = turns(joe.modal(), "Title, severity and times");
    page.pickDateTime("Started", Instant.parse("2026-11-18T14:00:00Z"));
    assertThat(page.submit().isClosed()).isTrue();
    company.settled();
    assertThat(says(joe, other, "/pm status")).contains("1 entry");
  }

  @Test
  void a_fault_on_a_page_keeps_it_when_it_is_turned_and_says_why() {
    Modal page = turns(opens(joe, "/pm edit"), "Title, severity and times");
    page.fill("Title", "Checkout and login are down");
    page.fill("Time zone", "Mars/Olympus");
    page = turns(page, "Participants and roles");
    assertThat(page.text()).contains("Not saved", "no such time zone");
    assertThat(page.value("Title")).isEqualTo("Checkout and login are down");
  }

  @Test
  void participants_are_added_and_removed_and_their_roles_corrected() {
    Modal page = opens(joe, "/pm edit participants");
    page.pickUser("Participants", ada, lin);
    page.pickUser("Correct somebody's role", ada);
    page.fill("Role", "On call for databases");
    page.pickUser("Moderator of the meeting", lin);
    page.pickUser("Note-taker of the meeting", lin);
    assertThat(page.submit().errors()).containsOnlyKeys("Note-taker of the meeting");
    page.pickUser("Note-taker of the meeting", jane);
    assertThat(page.submit().isClosed()).isTrue();
    company.settled();
    assertThat(section("Participants"))
        .contains("Ada Byron (On call for databases)", "Lin Chen (Product Owner)")
        .doesNotContain("Joe Bloggs");
    page = opens(joe, "/pm edit participants");
    page.pickUser("Participants", lin);
    assertThat(page.submit().isClosed()).isTrue();
    company.settled();
    assertThat(section("Participants")).doesNotContain("Ada Byron").contains("Lin Chen");
    assertThat(says(joe, "/pm status")).contains("moderator Lin Chen, note-taker Jane Doe");
  }
}
