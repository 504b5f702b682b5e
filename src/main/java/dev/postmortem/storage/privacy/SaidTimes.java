package dev.postmortem.storage.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Times as a short text: to the second, each as the distance from the one before. */
final class SaidTimes {
  private static final int RADIX = 36;

  private SaidTimes() {}

  static String written(Collection<Instant> times) {
    StringBuilder text = new StringBuilder();
    long before = 0;
    for (Instant time : times.stream().sorted().toList()) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(Long.toString(time.getEpochSecond() - before, RADIX));
      before = time.getEpochSecond();
    }
    return text.toString();
  }

  static List<Instant> read(String text) {
    List<Instant> times = new ArrayList<>();
    long at = 0;
    for (String distance : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      at += Long.parseLong(distance, RADIX);
      times.add(Instant.ofEpochSecond(at));
    }
    return times;
  }
}
