package dev.postmortem.document.picture;

import java.time.Instant;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The stretch of time that a picture shows, in seconds of Unix time: the incident, what lies about
 * it, and a margin. What lies further away than the incident is long is left out, since one entry
 * of another month would press all others together.
 */
record Span(long from, long to) {
  private static final long SHORTEST = 120;
  private static final long NEAR = 600;
  private static final double MARGIN = 0.04;

  /** Years that every form of a date can print. */
  private static final long EARLIEST = Instant.parse("0001-01-03T00:00:00Z").getEpochSecond();

  private static final long LATEST = Instant.parse("9999-12-29T00:00:00Z").getEpochSecond();

  static Span of(Course course) {
    LongSummaryStatistics core = core(course);
    long reach = Math.max(core.getMax() - core.getMin(), NEAR);
    LongSummaryStatistics shown =
        all(course)
            .filter(at -> at >= core.getMin() - reach && at <= core.getMax() + reach)
            .summaryStatistics();
    shown.combine(core);
    long length = Math.max(shown.getMax() - shown.getMin(), SHORTEST);
    long margin = Math.max(30, Math.round(length * MARGIN));
    return new Span(shown.getMin() - margin, shown.getMin() + length + margin);
  }

  /** From the start to the end; while it goes on, to the last thing that is known. */
  private static LongSummaryStatistics core(Course course) {
    LongSummaryStatistics stated = seconds(stated(course)).summaryStatistics();
    return course.marks().stream()
            .anyMatch(mark -> mark.turn() == Course.Turn.RESOLVED && mark.at() != null)
        ? stated
        : upToNow(course, stated);
  }

  private static LongSummaryStatistics upToNow(Course course, LongSummaryStatistics stated) {
    all(course).filter(at -> at >= stated.getMin()).forEach(stated);
    return stated;
  }

  private static Stream<Instant> stated(Course course) {
    return course.marks().stream()
        .filter(mark -> mark.turn() == Course.Turn.STARTED || mark.turn() == Course.Turn.RESOLVED)
        .map(Course.Mark::at)
        .filter(Objects::nonNull);
  }

  private static LongStream all(Course course) {
    Stream<Instant> marks = course.marks().stream().map(Course.Mark::at).filter(Objects::nonNull);
    Stream<Instant> keys = course.keyPoints().stream().map(Course.KeyPoint::at);
    return seconds(Stream.of(marks, keys, course.said().stream()).flatMap(it -> it));
  }

  private static LongStream seconds(Stream<Instant> instants) {
    return instants.mapToLong(at -> Math.min(LATEST, Math.max(EARLIEST, at.getEpochSecond())));
  }

  long length() {
    return to - from;
  }

  boolean holds(Instant at) {
    return at.getEpochSecond() >= from && at.getEpochSecond() <= to;
  }

  /** How many of these it does not hold. */
  long without(List<Instant> instants) {
    return instants.stream().filter(at -> !holds(at)).count();
  }
}
