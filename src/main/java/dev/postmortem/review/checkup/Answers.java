package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers in a thread that stand before what they answer, since one of both was moved. */
final class Answers implements Check {
  private final Collected early = new Collected();

  /** The first answer of each thread whose beginning was not seen yet. */
  private final Map<String, Entry> waiting = new HashMap<>();

  @Override
  public void see(Entry entry) {
    String thread = entry.message().thread();
    if (thread != null && !thread.equals(entry.key().ts())) {
      waiting.putIfAbsent(thread, entry);
      return;
    }
    Entry answer = waiting.remove(entry.key().ts());
    if (answer != null && answer.at().isBefore(entry.at()) && isMoved(answer, entry)) {
      early.add(answer);
    }
  }

  private static boolean isMoved(Entry one, Entry other) {
    return one.amendment().at() != null || other.amendment().at() != null;
  }

  @Override
  public List<Finding> found() {
    if (early.isEmpty()) {
      return List.of();
    }
    String sentence =
        early.counted("stands", "stand")
            + " before the message that it answers, since the time of one of both was corrected."
            + " Correct the other one, too.";
    return List.of(new Finding(Finding.Kind.CLOCKS, "answers", sentence, early.keys()));
  }
}
