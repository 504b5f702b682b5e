package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import java.util.List;

/** Hypotheses after the last remediation: either they were acted upon, or they stand too late. */
final class Afterthoughts implements Check {
  private final Collected late = new Collected();
  private boolean remedied;

  @Override
  public void see(Entry entry) {
    if (entry.isTagged("remediation")) {
      remedied = true;
      late.clear();
    } else if (remedied && entry.isTagged("hypothesis")) {
      late.add(entry);
    }
  }

  @Override
  public List<Finding> found() {
    if (late.isEmpty()) {
      return List.of();
    }
    String sentence =
        late.counted("with a hypothesis comes", "with a hypothesis come")
            + " after the last remediation. If it was acted upon, mark what was done; if it was"
            + " thought of earlier, correct its time.";
    return List.of(new Finding(Finding.Kind.ORDER, "hypothesis", sentence, late.keys()));
  }
}
