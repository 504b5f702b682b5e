package dev.postmortem.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How the play is shown.
 *
 * @param out where the progress is told
 * @param isHuman whether there are pauses, so that a person can follow
 * @param phases hears what begins
 */
public record Show(PrintWriter out, boolean isHuman, Consumer<String> phases) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
  private static final Duration LONGEST = Duration.ofMillis(900);

  /** For whoever reads what is told. */
  public Show(PrintWriter out, boolean isHuman) {
    this(out, isHuman, title -> {});
  }

  /** Says what begins. */
  void phase(Instant at, ZoneId zone, String title) {
    out.println(TIME.format(at.atZone(zone)) + "  " + title);
    phases.accept(title);
  }

  /** Rests as long as this time in the play would feel: a minute in a second, and never longer. */
  void pause(Duration played) {
    if (isHuman && !played.isNegative()) {
      Duration rest = played.dividedBy(60);
      rest(rest.compareTo(LONGEST) < 0 ? rest : LONGEST);
    }
  }

  private static void rest(Duration rest) {
    try {
      Thread.sleep(rest.toMillis());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted");
    }
  }
}
