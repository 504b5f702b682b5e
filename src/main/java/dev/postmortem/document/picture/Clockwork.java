package dev.postmortem.document.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Full hours, days and changes of the clock in one zone, and their names. */
final class Clockwork {
  private static final DateTimeFormatter TIME = form("HH:mm");
  private static final DateTimeFormatter DAY = form("d MMM");
  private static final DateTimeFormatter DATE = form("uuuu-MM-dd");
  private static final DateTimeFormatter WEEKDAY = form("EEE d MMM");
  private static final DateTimeFormatter FIRST_DAY = form("EEE d MMM uuuu");
  private static final DateTimeFormatter YEAR = form("uuuu");
  private static final DateTimeFormatter ZONE = form("zzz");
  private final ZoneId zone;

  Clockwork(ZoneId zone) {
    this.zone = zone;
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** A time, with as much of its date as is needed to find it in the span. */
  String within(Span span, Instant at) {
    LocalDate first = LocalDate.ofInstant(Instant.ofEpochSecond(span.from()), zone);
    LocalDate last = LocalDate.ofInstant(Instant.ofEpochSecond(span.to()), zone);
    String time = TIME.format(at.atZone(zone));
    if (first.equals(last)) {
      return time;
    }
    boolean oneYear = first.getYear() == last.getYear();
    return (oneYear ? DAY : DATE).format(at.atZone(zone)) + " " + time;
  }

  String zoneName(Instant at) {
    return ZONE.format(at.atZone(zone));
  }

  /** The name of a tick, as fine as the steps are. */
  String tick(long second, long step) {
    DateTimeFormatter form = step < Steps.DAY ? TIME : step < 28 * Steps.DAY ? DAY : DATE;
    return form.format(Instant.ofEpochSecond(second).atZone(zone));
  }

  /** The name of a day; the first one tells its year too. */
  String day(long second, boolean first) {
    return (first ? FIRST_DAY : WEEKDAY).format(Instant.ofEpochSecond(second).atZone(zone));
  }

  String year(long second) {
    return YEAR.format(Instant.ofEpochSecond(second).atZone(zone));
  }

  /** The full steps of the clock on the wall, also where it is put forward or back. */
  List<Long> ticks(Span span, long step) {
    List<Long> ticks = new ArrayList<>();
    long at = next(span.from() - 1, step);
    while (at <= span.to()) {
      ticks.add(at);
      at = next(at, step);
    }
    return ticks;
  }

  private long next(long after, long step) {
    long offset = offset(after);
    long full = (Math.floorDiv(after + offset, step) + 1) * step;
    long at = full - offset;
    long changed = offset(at);
    if (changed == offset || Math.floorMod(at + changed, step) == 0) {
      return at;
    }
    long moved = full - changed;
    return moved > after ? moved : (Math.floorDiv(at + changed, step) + 1) * step - changed;
  }

  private long offset(long second) {
    return zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
  }

  /** Every midnight within, and every moment at which the clock is put forward or back. */
  List<Long> changes(Span span) {
    TreeSet<Long> changes = new TreeSet<>();
    Instant end = Instant.ofEpochSecond(span.to());
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(span.from()), zone).plusDays(1);
    while (!day.atStartOfDay(zone).toInstant().isAfter(end)) {
      changes.add(day.atStartOfDay(zone).toEpochSecond());
      day = day.plusDays(1);
    }
    ZoneOffsetTransition change =
        zone.getRules().nextTransition(Instant.ofEpochSecond(span.from()));
    while (change != null && !change.getInstant().isAfter(end)) {
      changes.add(change.getInstant().getEpochSecond());
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return List.copyOf(changes);
  }
}
