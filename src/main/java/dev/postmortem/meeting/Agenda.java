package dev.postmortem.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a review meeting goes through, and how long each part may take. */
public final class Agenda {
  /** Under this many minutes it makes no sense to share them out. */
  private static final long SHORT = 10;

  private static final List<Part> PARTS =
      List.of(
          new Part(10, "Why we are here: to learn, not to blame"),
          new Part(35, "What happened: through the timeline, everybody adds what they saw"),
          new Part(30, "What made it possible, what helped, where we were lucky"),
          new Part(25, "What we do about it: tasks with an owner and a date, open questions"));

  private Agenda() {}

  /** The items in their order, with their minutes, which add up to the length. */
  public static List<String> of(Duration length) {
    List<String> items = new ArrayList<>();
    long minutes = length.toMinutes();
    long left = minutes;
    for (Part part : PARTS) {
      boolean last = items.size() == PARTS.size() - 1;
      long share = last ? left : Math.max(1, minutes * part.percent() / 100);
      left -= share;
      items.add(minutes < SHORT ? part.words() : part.words() + " (" + share + " min)");
    }
    return items;
  }

  private record Part(int percent, String words) {}
}
