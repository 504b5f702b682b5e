package dev.postmortem.document;

import dev.postmortem.timeline.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Documents for tests. */
public final class Documents {
  public static final ZoneId LONDON = ZoneId.of("Europe/London");
  public static final Document.Member JOE =
      new Document.Member("U1", "Joe Bloggs", "Support Staff");
  public static final Document.Member JANE = new Document.Member("U2", "Jane Doe", "Engineer");

  private Documents() {}

  /** Two entries, one of them a key point, a task that nobody owns, a question. */
  public static Document short_incident() {
    Document.Line noticed =
        said(Instant.parse("2018-06-22T02:10:00.000100Z"), JOE, "Pages are <slow>");
    Document.Line fixed = said(Instant.parse("2018-06-22T02:30:00Z"), JANE, "Cache is *back*");
    return document(List.of(noticed, fixed), List.of(fixed));
  }

  /** So many entries that no single message of any kind holds them. */
  public static Document long_incident(int entries, String words) {
    List<Document.Line> lines = new ArrayList<>();
    Instant start = Instant.parse("2018-06-22T02:10:00Z");
    for (int i = 0; i < entries; i++) {
      lines.add(said(start.plusSeconds(61L * i), i % 2 == 0 ? JOE : JANE, words + i));
    }
    return document(lines, lines.subList(0, Math.min(9, entries)));
  }

  public static Document.Line said(Instant at, Document.Member author, String words) {
    return new Document.Line(
        at,
        "1529633400.000100",
        "C1",
        author,
        Kind.MESSAGE,
        Set.of("key"),
        List.of(paragraph(words)),
        "https://acme.slack.com/archives/C1/p1529633400000100",
        false,
        null,
        List.of());
  }

  public static Document document(List<Document.Line> timeline, List<Document.Line> keyPoints) {
    return new Document(
        "PM-7",
        new Document.Head(
            "Pages were slow",
            "resolved",
            "SEV2",
            Instant.parse("2018-06-22T02:00:00Z"),
            Instant.parse("2018-06-22T03:25:00Z"),
            LONDON,
            JANE,
            JOE,
            null,
            "inc-42"),
        List.of(
            part("observations", "Observations", List.of(), List.of()),
            part("impact", "Impact", List.of(paragraph("Nobody could <pay> & leave")), List.of()),
            part("key_points", "Key Points", List.of(), keyPoints),
            part("participants", "Participants", List.of(), List.of()),
            part("timeline", "Timeline", List.of(), List.of()),
            part("details", "Additional Details", List.of(), keyPoints),
            part("tasks", "Tasks", List.of(), List.of()),
            part("questions", "Questions", List.of(), List.of())),
        timeline,
        2,
        List.of(JOE, JANE),
        List.of(
            new Document.TaskLine(1, List.of(paragraph("Warm the cache")), null, null, "open", ""),
            new Document.TaskLine(
                3,
                List.of(paragraph("Add an alert")),
                JANE,
                LocalDate.of(2018, 7, 1),
                "won't do",
                "too loud")),
        List.of(
            new Document.QuestionLine(
                1,
                List.of(paragraph("Why so late?")),
                JOE,
                List.of(
                    new Document.Answer(List.of(paragraph("It was night")), JANE, Instant.EPOCH))),
            new Document.QuestionLine(2, List.of(paragraph("Again?")), JOE, List.of())),
        new Document.Gathering(
            Instant.parse("2018-06-25T13:00:00Z"),
            Duration.ofMinutes(45),
            LONDON,
            List.of(JOE, JANE),
            "https://meet.x/1"),
        null);
  }

  public static Document.Part part(
      String key, String title, List<Block> written, List<Document.Line> filed) {
    return new Document.Part(key, title, "What about " + title + "?", written, filed);
  }

  public static Block paragraph(String words) {
    return new Block.Paragraph(List.of(new Inline.Text(words)));
  }
}
