package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the timeline says when the incident was noticed, when it got better, and when it was
 * over. A tag of that name says it, a symptom or a remediation, or a marked message with one of the
 * words that people use for it.
 */
final class Milestones implements Check {
  private static final int LOOKED_AT = 2_000;
  private static final List<String> DETECTED =
      List.of("detected", "noticed", "alert", "paged", "first report", "reported");
  private static final List<String> MITIGATED =
      List.of("mitigated", "rolled back", "rollback", "restored", "recovered", "failed over");

  private final Scope scope;
  private boolean detected;
  private boolean mitigated;

  Milestones(Scope scope) {
    this.scope = scope;
  }

  @Override
  public void see(Entry entry) {
    if (!detected) {
      detected = isMark(entry, Set.of("detected", "symptom"), DETECTED);
    }
    if (!mitigated) {
      mitigated = isMark(entry, Set.of("mitigated", "remediation"), MITIGATED);
    }
  }

  private static boolean isMark(Entry entry, Set<String> tags, List<String> words) {
    if (entry.tags().stream().anyMatch(tags::contains)) {
      return true;
    }
    boolean put = entry.isTagged("key") || entry.message().kind() == Kind.NOTE;
    return put && says(entry.message().plain(), words);
  }

  private static boolean says(String plain, List<String> words) {
    String start = plain.substring(0, Math.min(plain.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(start::contains);
  }

  @Override
  public List<Finding> found() {
    List<Finding> all = new ArrayList<>();
    if (!detected) {
      all.add(missing("detected", "noticed. Mark the first alert or report as a symptom."));
    }
    if (!mitigated) {
      all.add(missing("mitigated", "getting better. Mark the step that helped as a remediation."));
    }
    if (scope.headline().resolved() == null) {
      all.add(missing("resolved", "over. Resolve it, with the time when it was."));
    }
    return all;
  }

  private static Finding missing(String about, String what) {
    return new Finding(
        Finding.Kind.MILESTONE, about, "Nothing says when the incident was " + what, List.of());
  }
}
