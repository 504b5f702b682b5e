package dev.postmortem.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.timeline.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
  private static final String TEXT = new TextRenderer().render(Documents.short_incident());
  private static final String MARKDOWN = new MarkdownRenderer().render(Documents.short_incident());

  @Test
  void the_facts_stand_above_the_sections() {
    assertThat(MARKDOWN)
        .startsWith(
            """
            # Pages were slow

            - **Post-mortem:** PM-7, resolved
            - **Severity:** SEV2
            - **Started:** 2018-06-22 03:00 BST
            - **Resolved:** 2018-06-22 04:25 BST
            - **Duration:** 1 h 25 min
            - **Point person:** Jane Doe (Engineer)
            - **Moderator:** Joe Bloggs (Support Staff)
            - **Meeting:** 2018-06-25 14:00 BST (45 min), <https://meet.x/1>
            - **Channel:** #inc-42

            ## Observations

            *What about Observations?*
            """);
  }

  @Test
  void the_timeline_starts_with_its_zone_and_has_a_line_for_each_entry() {
    assertThat(MARKDOWN)
        .contains(
            """
            ## Timeline

            Timezone: BST 2018-06-22 (Friday)

            - [03:10](https://acme.slack.com/archives/C1/p1529633400000100) – Joe Bloggs (Support Staff): Pages are <slow>
            """
                .replace("<slow>", "\\<slow>"))
        .contains("*2 messages were deleted by their authors.*");
    assertThat(TEXT).contains("• 03:10 – Joe Bloggs (Support Staff): Pages are <slow>");
  }

  @Test
  void another_day_and_another_offset_begin_with_a_new_line_for_the_zone() {
    ZoneId zone = Documents.LONDON;
    List<Document.Line> lines =
        List.of(
            at("2018-10-27T22:59:00Z"),
            at("2018-10-28T00:10:00Z"),
            at("2018-10-28T01:10:00Z"),
            at("2018-10-29T09:00:00Z"));
    String text = new TextRenderer().words(new TimelineLines(zone, true).dated(lines));
    assertThat(text.lines().filter(line -> line.startsWith("Timezone")))
        .containsExactly(
            "Timezone: BST 2018-10-27 (Saturday)",
            "Timezone: BST 2018-10-28 (Sunday)",
            "Timezone: GMT 2018-10-28 (Sunday)",
            "Timezone: GMT 2018-10-29 (Monday)");
    assertThat(text.lines().filter(line -> line.contains("01:10"))).hasSize(2);
  }

  @Test
  void in_a_night_with_two_zones_a_filed_message_tells_its_own() {
    List<Document.Line> lines = List.of(at("2018-10-28T00:10:00Z"), at("2018-10-28T01:10:00Z"));
    String text =
        new TextRenderer()
            .words(
                new TimelineLines(Documents.LONDON, true)
                    .listed(lines, Instant.parse("2018-10-28T00:00:00Z")));
    assertThat(text).contains("2018-10-28 01:10 BST –", "2018-10-28 01:10 GMT –");
  }

  private static Document.Line at(String instant) {
    return Documents.said(Instant.parse(instant), Documents.JOE, "x");
  }

  @Test
  void notes_alerts_replies_and_edits_are_told_in_words() {
    assertThat(words(Kind.NOTE, null, false))
        .isEqualTo("• 03:10 – Joe Bloggs (Support Staff), note: x");
    assertThat(words(Kind.ALERT, null, true))
        .isEqualTo("• 03:10 – Joe Bloggs (Support Staff), alert: x (edited)");
    assertThat(words(Kind.MESSAGE, "1.2", false))
        .isEqualTo("• 03:10 – Joe Bloggs (Support Staff), in a thread: x");
  }

  @Test
  void the_timeline_of_a_page_says_what_was_said_before_it_was_edited() {
    Document.Line x = at("2018-06-22T22:50:00Z");
    List<Document.Former> former =
        List.of(
            new Document.Former(x.at(), List.of(Documents.paragraph("y"))),
            new Document.Former(x.at().plusSeconds(900), List.of(Documents.paragraph("z"))));
    Document.Line line =
        new Document.Line(
            x.at(),
            x.ts(),
            x.channel(),
            x.author(),
            x.kind(),
            x.tags(),
            x.words(),
            null,
            true,
            null,
            List.of(),
            former);
    Document document = Documents.document(List.of(line), List.of(line));
    assertThat(new TextRenderer().render(document)).contains("x (edited)").doesNotContain("As wr");
    assertThat(new MarkdownRenderer().render(document)).doesNotContain("As written");
    assertThat(new TextRenderer().words(Outline.onPage(document)))
        .containsOnlyOnce("As written at 23:50")
        .contains(
            "• 23:50 – Joe Bloggs (Support Staff): x (edited)\n"
                + "    ◦ As written at 23:50: y\n"
                + "    ◦ As written at 2018-06-23 00:05: z");
  }

  private static String words(Kind kind, String thread, boolean edited) {
    Document.Line x = at("2018-06-22T02:10:00Z");
    Document.Line line =
        new Document.Line(
            x.at(),
            x.ts(),
            x.channel(),
            x.author(),
            kind,
            x.tags(),
            x.words(),
            null,
            edited,
            thread,
            List.of());
    return new TextRenderer()
        .words(new TimelineLines(Documents.LONDON, true).listed(List.of(line), x.at()));
  }

  @Test
  void people_details_tasks_and_questions_are_told_in_full() {
    assertThat(TEXT)
        .contains(
            "• Joe Bloggs (Support Staff)\n• Jane Doe (Engineer)",
            "• Jane Doe (Engineer): Cache is *back*",
            "• Task 1: Warm the cache – unassigned, open",
            "• Task 3: Add an alert – Jane Doe (Engineer), due 2018-07-01, won't do: too loud",
            "• Question 1: Why so late? – asked by Joe Bloggs (Support Staff)\n    ◦ Jane Doe (Engineer): It was night",
            "• Question 2: Again? – asked by Joe Bloggs (Support Staff)\n    Not answered yet.");
  }

  @Test
  void a_section_without_an_answer_shows_its_question() {
    assertThat(TEXT).contains("Observations\n------------\n\nWhat about Observations?");
    assertThat(TEXT).doesNotContain("What about Impact?");
  }

  @Test
  void a_mail_tells_addresses_that_people_wrote_and_not_those_of_each_line() {
    assertThat(TEXT).contains("https://meet.x/1").doesNotContain("archives");
  }
}
