package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goes through a timeline once, from its first entry to its last, and says what is missing or
 * stands where it cannot be. Hidden entries count as not there. Time and memory stay in proportion
 * to the timeline, and small beside it.
 */
public final class Checkup {
  private final List<Check> checks;

  /** One timeline needs one checkup. */
  public Checkup(Scope scope) {
    checks =
        List.of(
            new Milestones(scope),
            new Silences(scope),
            new Outside(scope),
            new Afterthoughts(),
            new TypedTimes(scope),
            new Contradictions(scope),
            new Answers());
  }

  /** All findings about a timeline that is at hand as a whole. */
  public static List<Finding> of(Scope scope, Stream<Entry> timeline) {
    Checkup checkup = new Checkup(scope);
    timeline.forEach(checkup::see);
    return checkup.findings();
  }

  /** Takes in the next entry, in order of {@link Entry#at}. */
  public void see(Entry entry) {
    if (!entry.amendment().hidden()) {
      checks.forEach(check -> check.see(entry));
    }
  }

  /** The checklist, after the last entry. To be asked for once. */
  public List<Finding> findings() {
    return checks.stream()
        .flatMap(check -> check.found().stream())
        .sorted(Comparator.comparing(Finding::kind))
        .toList();
  }
}
