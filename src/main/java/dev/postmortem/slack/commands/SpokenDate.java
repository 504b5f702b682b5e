package dev.postmortem.slack.commands;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people type it at the end of a task: {@code by 2026-12-01}, {@code by Friday}, {@code by
 * tomorrow}.
 *
 * @param before the words before it
 */
record SpokenDate(String before, LocalDate date) {
  private static final Pattern BY =
      Pattern.compile(
          "^(.*?)\\s*\\bby\\s+(\\d{4}-\\d{1,2}-\\d{1,2}|today|tomorrow|[a-z]+day)[.\\s]*$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The day at the end of a text; empty when there is none, or one that does not exist. */
  static Optional<SpokenDate> atTheEnd(String text, LocalDate today) {
    Matcher match = BY.matcher(Typed.plain(text));
    if (!match.matches()) {
      return Optional.empty();
    }
    String before = text.substring(0, match.end(1)).strip();
    return date(match.group(2).toLowerCase(Locale.ROOT), today)
        .map(date -> new SpokenDate(before, date));
  }

  private static Optional<LocalDate> date(String word, LocalDate today) {
    try {
      return switch (word) {
        case "today" -> Optional.of(today);
        case "tomorrow" -> Optional.of(today.plusDays(1));
        default -> Optional.of(word.endsWith("day") ? weekday(word, today) : iso(word));
      };
    } catch (DateTimeException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static LocalDate weekday(String word, LocalDate today) {
    DayOfWeek day = DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    return today.with(TemporalAdjusters.next(day));
  }

  private static LocalDate iso(String word) {
    String[] parts = word.split("-", -1);
    return LocalDate.of(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }
}
