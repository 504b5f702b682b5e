package dev.postmortem.document.picture;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same as the picture, in sentences. */
public final class Telling {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ENGLISH);
  private final Course course;
  private final Span span;
  private final Busyness busyness;

  private Telling(Course course) {
    this.course = course;
    this.span = Span.of(course);
    this.busyness = Busyness.of(course, span);
  }

  /** The sentences, each about one thing. */
  public static List<String> of(Course course) {
    return new Telling(course).sentences();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    course.marks().forEach(mark -> sentences.add(mark(mark)));
    sentences.add(busy());
    long points = span.without(course.keyPoints().stream().map(Course.KeyPoint::at).toList());
    long messages = span.without(course.said());
    if (points + messages > 0) {
      sentences.add(
          "Not drawn, as they lie further away than the incident is long: "
              + count(messages, "message")
              + " and "
              + count(points, "key point")
              + ".");
    }
    return sentences;
  }

  private String mark(Course.Mark mark) {
    Instant at = mark.at();
    String missing = mark.turn() == Course.Turn.RESOLVED ? ": not yet" : ": not known";
    String when = at == null ? missing : " " + FULL.format(at.atZone(course.zone()));
    return mark.turn().word() + when + (mark.source().isEmpty() ? "." : ", " + mark.source() + ".");
  }

  private String busy() {
    long drawn = course.said().size() - span.without(course.said());
    if (drawn == 0) {
      return "Nothing was said in the channel" + (course.said().isEmpty() ? "." : " in this time.");
    }
    ZoneId zone = course.zone();
    Instant begins = Instant.ofEpochSecond(busyness.begins(busyness.busiest()));
    return count(drawn, "message")
        + " in the channel, at most "
        + String.format(Locale.ENGLISH, "%,d", busyness.most())
        + " within "
        + length(busyness.step())
        + ", from "
        + FULL.format(begins.atZone(zone))
        + " on.";
  }

  private static String count(long count, String what) {
    return String.format(Locale.ENGLISH, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  /** {@code 5 min}, {@code 2 h}, {@code 7 d}. */
  static String length(long seconds) {
    return seconds < 3_600
        ? seconds / 60 + " min"
        : seconds < Steps.DAY ? seconds / 3_600 + " h" : seconds / Steps.DAY + " d";
  }
}
