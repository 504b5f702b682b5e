package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Printed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Long stretches of the incident of which no key point tells. The longest few are reported. */
final class Silences implements Check {
  private static final int MOST = 5;

  private final Scope scope;
  private final PriorityQueue<Gap> longest =
      new PriorityQueue<>(Comparator.comparing(Gap::length).thenComparing(Gap::from));
  private Instant last;
  private @Nullable MessageKey lastKey;
  private int between;
  private boolean any;

  Silences(Scope scope) {
    this.scope = scope;
    this.last = scope.headline().started();
  }

  /**
   * A stretch without key points.
   *
   * @param said how many messages there are in it
   * @param edges the key points at both ends
   */
  private record Gap(Instant from, Instant to, int said, List<MessageKey> edges) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  @Override
  public void see(Entry entry) {
    if (isOutside(entry.at())) {
      return;
    }
    if (entry.isTagged("key")) {
      any = true;
      close(entry.at(), entry.key());
    } else {
      between++;
    }
  }

  private boolean isOutside(Instant at) {
    Instant resolved = scope.headline().resolved();
    return at.isBefore(scope.headline().started()) || (resolved != null && at.isAfter(resolved));
  }

  private void close(Instant at, @Nullable MessageKey key) {
    if (Duration.between(last, at).compareTo(scope.silence()) > 0) {
      List<MessageKey> edges = new ArrayList<>();
      if (lastKey != null) {
        edges.add(lastKey);
      }
      if (key != null) {
        edges.add(key);
      }
      longest.add(new Gap(last, at, between, edges));
      if (longest.size() > MOST) {
        longest.poll();
      }
    }
    last = at;
    lastKey = key;
    between = 0;
  }

  @Override
  public List<Finding> found() {
    if (!any) {
      return List.of(
          new Finding(
              Finding.Kind.SILENCE,
              "none",
              "No message is marked as a key point. Mark the few that tell the story on their own.",
              List.of()));
    }
    Instant resolved = scope.headline().resolved();
    if (resolved != null) {
      close(resolved, null);
    }
    return longest.stream()
        .sorted(Comparator.comparing(Gap::from))
        .map(
            gap ->
                new Finding(Finding.Kind.SILENCE, "from/" + gap.from(), sentence(gap), gap.edges()))
        .toList();
  }

  private String sentence(Gap gap) {
    String said =
        switch (gap.said()) {
          case 0 -> "Nothing was said in that time: add a note about what was going on.";
          case 1 -> "One message was said in that time: does it belong to the story?";
          default -> gap.said() + " messages were said in that time: does one belong to the story?";
        };
    return "No key point for "
        + Printed.lasting(gap.length())
        + ", from "
        + scope.time(gap.from())
        + " to "
        + scope.time(gap.to())
        + ". "
        + said;
  }
}
