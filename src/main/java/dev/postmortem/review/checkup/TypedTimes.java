package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Printed;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * People whose messages begin with a time that differs from Slack's always by about the same: a
 * clock that is wrong, or another zone. Who writes down later what happened earlier differs by this
 * and that.
 */
final class TypedTimes implements Check {
  private static final int ENOUGH = 3;
  private static final int KEPT = 500;
  private static final int TOLERATED = 5;
  private static final int HALF_A_DAY = 12 * 60;

  private final Scope scope;
  private final Map<String, Clock> clocks = new LinkedHashMap<>();

  TypedTimes(Scope scope) {
    this.scope = scope;
  }

  /** By how many minutes one person's times differ from Slack's. */
  private static final class Clock {
    private final List<Integer> minutes = new ArrayList<>();
    private final List<MessageKey> keys = new ArrayList<>();

    void add(int difference, MessageKey key) {
      if (minutes.size() < KEPT) {
        minutes.add(difference);
        keys.add(key);
      }
    }

    int median() {
      List<Integer> sorted = new ArrayList<>(minutes);
      Collections.sort(sorted);
      return sorted.get(sorted.size() / 2);
    }

    List<MessageKey> near(int median) {
      List<MessageKey> near = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        if (Math.abs(minutes.get(i) - median) <= TOLERATED) {
          near.add(keys.get(i));
        }
      }
      return near;
    }
  }

  @Override
  public void see(Entry entry) {
    String author = entry.message().author();
    int typed = minute(entry.message().plain());
    if (author != null && typed >= 0 && entry.message().kind() == Kind.MESSAGE) {
      LocalTime said = entry.said().atZone(scope.headline().zone()).toLocalTime();
      int apart = typed - (said.getHour() * 60 + said.getMinute());
      int difference = Math.floorMod(apart + HALF_A_DAY, 2 * HALF_A_DAY) - HALF_A_DAY;
      clocks.computeIfAbsent(author, any -> new Clock()).add(difference, entry.key());
    }
  }

  /** The minute of the day that a text begins with, as {@code 14:05} or {@code [14:05:09]}. */
  private static int minute(String plain) {
    int at = 0;
    while (at < plain.length() && at < 3 && "[( ".indexOf(plain.charAt(at)) >= 0) {
      at++;
    }
    int colon = plain.indexOf(':', at);
    if (colon - at < 1 || colon - at > 2 || plain.length() < colon + 3) {
      return -1;
    }
    int hour = number(plain, at, colon);
    int minute = number(plain, colon + 1, colon + 3);
    boolean goesOn = plain.length() > colon + 3 && Character.isDigit(plain.charAt(colon + 3));
    return goesOn || hour < 0 || hour > 23 || minute < 0 || minute > 59 ? -1 : hour * 60 + minute;
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  @Override
  public List<Finding> found() {
    List<Finding> all = new ArrayList<>();
    clocks.forEach(
        (author, clock) -> {
          int median = clock.median();
          List<MessageKey> near = clock.near(median);
          boolean same = near.size() >= ENOUGH && near.size() * 3 >= clock.keys.size() * 2;
          if (same && Math.abs(median) > TOLERATED) {
            all.add(finding(author, median, near, clock.keys.size()));
          }
        });
    return all;
  }

  private Finding finding(String author, int median, List<MessageKey> near, int typed) {
    String sentence =
        "The times that "
            + scope.name(author)
            + " typed are about "
            + Printed.lasting(Duration.ofMinutes(Math.abs(median)))
            + (median > 0 ? " ahead of" : " behind")
            + " Slack's in "
            + near.size()
            + " of "
            + typed
            + " messages. Another zone than "
            + scope.headline().zone()
            + ", or a wrong clock? Slack's times are those of the timeline.";
    List<MessageKey> some = near.stream().limit(Finding.MOST).toList();
    return new Finding(Finding.Kind.CLOCKS, "typed/" + author, sentence, some);
  }
}
