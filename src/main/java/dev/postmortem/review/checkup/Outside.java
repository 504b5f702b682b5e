package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries before the incident began or after it was over. For a while after the end people go on
 * talking; only what was put there on purpose counts at once.
 */
final class Outside implements Check {
  private final Scope scope;
  private final Collected before = new Collected();
  private final Collected after = new Collected();

  Outside(Scope scope) {
    this.scope = scope;
  }

  @Override
  public void see(Entry entry) {
    Instant resolved = scope.headline().resolved();
    if (entry.at().isBefore(scope.headline().started())) {
      before.add(entry);
    } else if (resolved != null && entry.at().isAfter(resolved)) {
      boolean late = entry.at().isAfter(resolved.plus(scope.grace()));
      if (late || isOnPurpose(entry)) {
        after.add(entry);
      }
    }
  }

  private static boolean isOnPurpose(Entry entry) {
    return entry.message().kind() == Kind.NOTE
        || entry.tags().stream().anyMatch(Scope.TELLING::contains);
  }

  @Override
  public List<Finding> found() {
    List<Finding> all = new ArrayList<>();
    if (!before.isEmpty()) {
      String sentence =
          before.counted("is", "are")
              + " from before the start of the incident, "
              + scope.time(scope.headline().started())
              + ". Did it begin earlier? If not, hide what does not belong to it.";
      all.add(new Finding(Finding.Kind.OUTSIDE, "before", sentence, before.keys()));
    }
    Instant resolved = scope.headline().resolved();
    if (resolved != null && !after.isEmpty()) {
      String sentence =
          after.counted("is", "are")
              + " from after the end of the incident, "
              + scope.time(resolved)
              + ". Was it over later? If not, hide what does not belong to it.";
      all.add(new Finding(Finding.Kind.OUTSIDE, "after", sentence, after.keys()));
    }
    return all;
  }
}
