package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A house with sections of its own, and what happens to what was written when they change. */
class TemplateTest extends Deeds {
  private static final String OURS =
      """
      sections:
        - key: customers
          word: customer
          title: Customers & partners
          prompt: Who called us?
          emoji: telephone_receiver
          required: true
        - key: tasks
          title: To do
          required: true
        - key: key_points
        - key: timeline
          title: The course of events
        - key: learned
          word: lesson
          required: false
        - key: impact
          hidden: true
      """;

  @Override
  Company opened(Company fresh) {
    return fresh.with("PM_TEMPLATE", file(OURS));
  }

  private String file(String yaml) {
    try {
      return Files.writeString(data.resolve("house.yml"), yaml).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bot ends and starts again with another template. */
  private void changesTo(String template) {
    company.with("PM_TEMPLATE", template).restarted();
    room.invite(company.slack.bot());
  }

  private List<String> headings() {
    return document()
        .lines()
        .filter(line -> line.startsWith("## "))
        .map(it -> it.substring(3))
        .toList();
  }

  private JsonNode json() {
    try {
      return new ObjectMapper().readTree(paper("json"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Message isPublished() {
    company.passes(Duration.ofMinutes(10));
    says(joe, "/pm resolve");
    assertThat(opens(joe, "/pm publish").submit().isClosed()).isTrue();
    company.settled();
    return lin.in(company.broadcast).sees("Checkout is down");
  }

  @Test
  void a_section_of_ones_own_is_written_through_every_door_and_stands_in_every_form() {
    anIncidentRuns();
    assertThat(says(joe, "/pm Customer typed words")).contains("Added to Customers & partners");
    Message reacted = ada.in(room).says("reacted words");
    joe.in(room).reacts("telephone_receiver", reacted);
    Message chosen = ada.in(room).says("chosen words");
    joe.in(room).shortcut("Add to post-mortem", chosen);
    company.settled();
    Modal add = joe.modal("Add to post-mortem");
    assertThat(add.options("Section"))
        .containsExactly(
            "Customers & partners", "To do", "Key Points", "What can we learn from in future");
    add.choose("Section", "Customers & partners").submit();
    company.settled();
    Modal edit = opens(joe, "/pm edit customers & partners");
    assertThat(edit.inputs()).first().isEqualTo("Go to");
    assertThat(edit.value("Customers & partners")).contains("typed words");
    assertThat(edit.text()).contains("Needed to publish. Who called us?", "reacted words");
    edit.writes("Customers & partners", "typed words and more").submit();
    company.settled();

    assertThat(headings().get(0)).isEqualTo("Customers & partners");
    assertThat(section("Customers"))
        .contains("typed words and more", "reacted words", "chosen words");
    assertThat(paper("html")).contains("Customers &amp; partners", "typed words and more");
    JsonNode part = json().path("sections").path(0);
    assertThat(part.path("key").asText()).isEqualTo("customers");
    assertThat(part.path("title").asText()).isEqualTo("Customers & partners");
    assertThat(part.path("markdown").asText()).contains("reacted words", "chosen words");
    assertThat(json().path("timeline").findValuesAsText("tags").size()).isGreaterThan(1);
    says(joe, "/pm preview");
    assertThat(joe.dm().sees().toString()).contains("Customers & partners");
  }

  @Test
  void the_house_proposes_meetings_and_reminds_of_them_as_its_template_says() {
    changesTo(file(OURS + "meeting: {length: 20, work_from: 15:30, remind_hours_before: 48}\n"));
    anIncidentRuns();
    says(joe, "/pm resolve");
    Modal window = opens(joe, "/pm meeting");
    assertThat(window.text()).contains(" 15:30 GMT", "reminded 48 hours before");
    assertThat(window.value("How long")).isEqualTo("20 minutes");
    Instant at = Instant.ofEpochSecond(Long.parseLong(window.value("When")));
    window.submit();
    company.settled();
    company.until(at.minus(Duration.ofHours(48)).minusSeconds(60).toString());
    assertThat(joe.dm().sees().toString()).doesNotContain("Reminder");
    company.until(at.minus(Duration.ofHours(48)).plusSeconds(60).toString());
    assertThat(joe.dm().sees().toString()).contains("Reminder");
  }

  @Test
  void what_is_required_is_what_the_template_says() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(1));
    says(joe, "/pm resolve");
    assertThat(says(joe, "/pm status"))
        .contains("Still missing: Customers & partners, To do")
        .doesNotContain("Symptoms");
    says(joe, "/pm customer the bank called");
    assertThat(opens(joe, "/pm publish").text()).contains("To do").doesNotContain("Customers");
    joe.modal().closeAll();
    says(joe, "/pm task call the bank");
    assertThat(says(joe, "/pm status")).contains("Nothing is missing");
  }

  @Test
  void the_help_the_opening_and_the_empty_template_show_what_is_configured() {
    anIncidentRuns();
    assertThat(room.message("PM-1").text() + room.message("PM-1").json())
        .contains("telephone_receiver", "Customers")
        .doesNotContain("thermometer");
    assertThat(says(joe, "/pm help"))
        .contains("/pm customer TEXT", "adds to Customers & partners", "/pm lesson TEXT")
        .contains(":telephone_receiver: Customers & partners", ":clipboard: To do")
        .doesNotContain("/pm symptom", "/pm learned", "/pm impact");
    assertThat(says(joe, "/pm template"))
        .contains(
            "Customers & partners (needed to publish) – Who called us?", "The course of events")
        .doesNotContain("Impact");
    assertThat(says(joe, "/pm impact 400 orders"))
        .contains("I do not know /pm impact", "You typed: /pm impact 400 orders");
    assertThat(says(joe, "/pm edit impact"))
        .contains("for example /pm edit customer")
        .contains("There are: customer, task, key, timeline, lesson.");
  }

  @Test
  void a_section_that_is_hidden_shows_what_was_written_before_and_can_still_be_emptied() {
    changesTo("default");
    anIncidentRuns();
    says(joe, "/pm impact 400 orders");
    says(joe, "/pm learned migrations need a limit");
    Message marked = ada.in(room).says("marked words");
    joe.in(room).reacts("boom", marked);
    joe.in(room).reacts("thermometer", marked);
    company.settled();
    changesTo(file(OURS));

    assertThat(headings())
        .containsExactly(
            "Customers & partners",
            "To do",
            "Key Points",
            "The course of events",
            "What can we learn from in future",
            "Impact",
            "Symptoms");
    assertThat(section("Impact")).contains("400 orders", "marked words");
    assertThat(section("What can we learn")).contains("migrations need a limit");
    assertThat(says(joe, "/pm status"))
        .contains("Also written, and shown after the other sections: Impact, Symptoms");

    Modal edit = opens(joe, "/pm edit impact");
    assertThat(edit.inputs()).contains("Impact");
    assertThat(edit.options("Go to")).contains("Symptoms");
    assertThat(edit.text()).doesNotContain("Needed to publish. Who was affected");
    assertThat(edit.value("Impact")).contains("400 orders");
    edit.clear("Impact").submit();
    company.settled();
    assertThat(section("Impact")).contains("marked words").doesNotContain("400 orders");
  }

  @Test
  void changing_an_entry_leaves_it_filed_where_the_template_no_longer_looks() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(1));
    Message marked = ada.in(room).says("the bank called");
    joe.in(room).reacts("telephone_receiver", marked);
    company.settled();
    changesTo("default");
    opens(joe, "/pm timeline").click("Change");
    company.settled();
    Modal entry = joe.modal("Timeline entry");
    entry.choose("Filed under", "Customers", "Impact");
    assertThat(entry.submit().hasErrors()).isFalse();
    company.settled();
    assertThat(section("Customers")).contains("the bank called");
    assertThat(section("Impact")).contains("the bank called");
  }

  @Test
  void nothing_is_lost_when_a_template_is_taken_away_and_comes_back() {
    anIncidentRuns();
    says(joe, "/pm customer the bank called");
    says(joe, "/pm lesson call them first");
    says(joe, "/pm task call the bank");
    says(joe, "/pm question why the bank?");
    says(joe, "/pm note 13:55 the telephone rang");
    Message marked = ada.in(room).says("a partner wrote");
    joe.in(room).reacts("telephone_receiver", marked);
    company.settled();
    String before = document();

    for (String template : List.of("default", "short", "contributing-factors")) {
      changesTo(template);
      assertThat(document())
          .as(template)
          .contains("## Customers\n")
          .contains("the bank called", "call them first", "call the bank", "why the bank?")
          .contains("a partner wrote", "the telephone rang");
      assertThat(json().path("timeline")).as(template).hasSize(2);
    }
    changesTo("short");
    assertThat(headings())
        .endsWith("What we do now", "Questions", "Customers", "Notes")
        .doesNotContain("Timeline", "Participants");
    changesTo(file(OURS));
    assertThat(document()).isEqualTo(before);
  }

  @Test
  void the_short_form_goes_from_start_to_publication_on_a_page() {
    changesTo("short");
    anIncidentRuns();
    assertThat(opens(joe, "/pm publish").text())
        .contains("Summary", "Impact")
        .doesNotContain("Hypothesis");
    joe.modal().closeAll();
    says(joe, "/pm summary an index locked the orders");
    says(joe, "/pm impact 400 orders were late");
    says(joe, "/pm learned migrations need a limit");
    joe.in(room).reacts("pushpin", ada.in(room).says("index dropped"));
    Message root = isPublished();
    assertThat(headings())
        .containsExactly(
            "Summary",
            "Impact",
            "The moments that mattered",
            "What we take from it",
            "What we do now");
    assertThat(root.text()).contains("400 orders were late");
    assertThat(root.replies().toString()).contains("an index locked the orders");
  }

  @Test
  void the_form_of_contributing_factors_goes_from_start_to_publication() {
    changesTo("contributing-factors");
    anIncidentRuns();
    Modal page = opens(joe, "/pm edit factor");
    page.writes("Contributing factors", "no limit for locks; nobody on call knew the index");
    page.submit();
    company.settled();
    joe.in(room).reacts("four_leaf_clover", ada.in(room).says("it was night in New York"));
    for (String word : List.of("summary", "impact", "remediation", "task", "detected", "learned")) {
      says(joe, "/pm " + word + " words for " + word);
    }
    Message root = isPublished();
    assertThat(headings()).hasSize(20).contains("Contributing factors", "Where we were lucky");
    assertThat(section("Where we were lucky")).contains("it was night in New York");
    assertThat(root.replies().toString()).contains("no limit for locks", "words for detected");
  }
}
