package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Reading;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.timeline.Step;
import dev.postmortem.timeline.Stretches.Bounds;
import dev.postmortem.workflow.capture.History.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the messages that are kept and that Slack does not show where they should stand. Each is
 * asked after before it is taken for deleted, as a deletion is for good. Where Slack shows nothing
 * older, messages may have gone with their age, so only those of the last day are doubted there.
 */
final class Doubts {
  private static final Duration AGED = Duration.ofHours(24);

  /** Slack may not yet show what was said a moment ago. */
  private static final Duration JUST_SAID = Duration.ofSeconds(10);

  private final Records records;
  private final Reading reading;

  Doubts(Records records, Reading reading) {
    this.records = records;
    this.reading = reading;
  }

  /** About a page of the channel; pages go from the newest message to the oldest. */
  List<Step> ofChannel(Page page) {
    String above = reading.place().reached();
    String newest = above.isEmpty() ? newest(page) : above;
    String oldest = page.oldest(newest);
    if (page.isLast() && !page.limited()) {
      String known = page.shown().isEmpty() ? above : oldest;
      oldest = later(SlackTime.ts(reading.from()), aged(known, page.asked()));
    }
    return doubts(page, null, new Bounds(oldest, newest), above);
  }

  /** About a page of a thread; pages go from the oldest reply to the newest. */
  List<Step> ofThread(Page page, Step step, Instant from) {
    String below = step.reached();
    String oldest = below;
    if (below.isEmpty()) {
      oldest = later(later(step.ts(), SlackTime.ts(from)), aged(page.oldest(""), page.asked()));
    }
    String newest = page.isLast() ? newest(page) : newestShown(page, below);
    return doubts(page, step.ts(), new Bounds(oldest, newest), below);
  }

  /** Nothing of the thread is left. */
  List<Step> ofLostThread(String thread, Instant now) {
    Bounds lastDay = new Bounds(SlackTime.ts(now.minus(AGED)), SlackTime.ts(now.minus(JUST_SAID)));
    return records.stretches().said(reading.incident(), thread, lastDay).stream()
        .filter(ts -> !ts.equals(thread))
        .map(ts -> Step.doubt(ts, thread))
        .toList();
  }

  private List<Step> doubts(Page page, @Nullable String thread, Bounds bounds, String seen) {
    Set<String> shown = new HashSet<>(page.shown());
    shown.addAll(page.tombs());
    return records.stretches().said(reading.incident(), thread, bounds).stream()
        .filter(ts -> !shown.contains(ts) && !ts.equals(seen) && !ts.equals(thread))
        .map(ts -> Step.doubt(ts, thread))
        .toList();
  }

  private static String newest(Page page) {
    return newestShown(page, SlackTime.ts(page.asked().minus(JUST_SAID)));
  }

  private static String newestShown(Page page, String atLeast) {
    return later(page.newest(atLeast), atLeast);
  }

  /** The oldest that was shown, or a day ago, whichever is earlier. */
  private static String aged(String oldestShown, Instant asked) {
    String dayAgo = SlackTime.ts(asked.minus(AGED));
    return oldestShown.isEmpty() || oldestShown.compareTo(dayAgo) > 0 ? dayAgo : oldestShown;
  }

  private static String later(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
