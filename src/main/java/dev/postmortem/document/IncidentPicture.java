package dev.postmortem.document;

import dev.postmortem.document.picture.Course;
import dev.postmortem.document.picture.Course.Mark;
import dev.postmortem.document.picture.Course.Turn;
import dev.postmortem.document.picture.Svg;
import dev.postmortem.document.picture.Telling;
import dev.postmortem.timeline.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The picture of an incident above its timeline, with the same in words below it. Nobody states
 * when an incident was detected and mitigated, so these are taken from what was filed, and said to
 * be: an entry under a section of the template's own with the key {@code detected} or {@code
 * mitigated}, else the first symptom or observation, and the first remediation.
 */
final class IncidentPicture {
  private static final int MOST_LISTED = 20;
  private static final int LONGEST = 90;
  private final Document document;
  private final List<Document.Line> keyPoints;

  private IncidentPicture(Document document) {
    this.document = document;
    this.keyPoints = KeyPoints.of(document);
  }

  /**
   * The figure; empty when nothing happened.
   *
   * @param drawn whether the drawing is wanted, and not the words alone
   */
  static String html(Document document, boolean drawn) {
    return document.timeline().isEmpty() && document.removed() == null
        ? ""
        : new IncidentPicture(document).figure(drawn);
  }

  private String figure(boolean drawn) {
    Course course = course();
    StringBuilder html = new StringBuilder("<figure class=\"incident\">\n");
    html.append(drawn ? new Svg(HtmlEscaper::text).write(course) : "");
    html.append("<figcaption>\n<p>");
    html.append(HtmlEscaper.text(String.join(" ", Telling.of(course)))).append("</p>\n");
    list(html);
    return html.append("</figcaption>\n</figure>\n").toString();
  }

  private Course course() {
    Document.Head head = document.head();
    List<Course.KeyPoint> points = new ArrayList<>();
    for (Document.Line line : keyPoints) {
      int number = points.size() + 1;
      points.add(new Course.KeyPoint(number, line.at(), KeyPoints.anchor(number)));
    }
    List<Mark> marks =
        List.of(
            new Mark(Turn.STARTED, head.started(), ""),
            filed(Turn.DETECTED, "detected", Set.of("symptom", "observation")),
            filed(Turn.MITIGATED, "mitigated", Set.of("remediation")),
            new Mark(Turn.RESOLVED, head.resolved(), ""));
    return new Course(head.title(), head.zone(), marks, said(), points);
  }

  private List<Instant> said() {
    Document.Removed removed = document.removed();
    Stream<Instant> earlier = removed == null ? Stream.empty() : removed.said().stream();
    Stream<Instant> kept =
        document.timeline().stream()
            .filter(line -> line.ts() != null && line.kind() != Kind.EVENT)
            .map(Document.Line::at);
    return Stream.concat(earlier, kept).sorted().toList();
  }

  private Mark filed(Turn turn, String own, Set<String> others) {
    Instant stated = first(Set.of(own));
    if (stated != null) {
      return new Mark(turn, stated, "");
    }
    Instant first = first(others);
    String names = turn == Turn.DETECTED ? "a symptom or an observation" : "a remediation";
    return new Mark(
        turn,
        first,
        first == null
            ? "as nothing is filed as " + names
            : "taken from the first entry that is filed as " + names);
  }

  private @Nullable Instant first(Set<String> tags) {
    return document.timeline().stream()
        .filter(line -> line.tags().stream().anyMatch(tags::contains))
        .map(Document.Line::at)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The numbers of the picture, each with what was said. */
  private void list(StringBuilder html) {
    if (keyPoints.isEmpty()) {
      return;
    }
    html.append("<p>Key points:</p>\n<ol>\n");
    int shown = Math.min(MOST_LISTED, keyPoints.size());
    for (int i = 0; i < shown; i++) {
      Document.Line line = keyPoints.get(i);
      String when = Moments.dateAndTime(line.at(), document.head().zone());
      html.append("<li><a href=\"#").append(KeyPoints.anchor(i + 1)).append("\">").append(when);
      html.append("</a> <bdi>").append(HtmlEscaper.text(brief(line))).append("</bdi></li>\n");
    }
    html.append("</ol>\n");
    if (shown < keyPoints.size()) {
      html.append("<p>And ")
          .append(keyPoints.size() - shown)
          .append(" more, under Key Points.</p>\n");
    }
  }

  private static String brief(Document.Line line) {
    String words = new TextRenderer().words(line.words()).replaceAll("\\s+", " ").strip();
    int most = Math.min(LONGEST, words.codePointCount(0, words.length()));
    String start = words.substring(0, words.offsetByCodePoints(0, most));
    return line.author().name() + ": " + start + (start.equals(words) ? "" : "…");
  }
}
