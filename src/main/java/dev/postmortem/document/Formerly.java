package dev.postmortem.document;

import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Revision;
import java.util.ArrayList;
import java.util.List;

/** What a message said before it was edited. */
final class Formerly {
  /** Bots that show progress edit one message hundreds of times. */
  private static final int MOST = 5;

  private Formerly() {}

  /**
   * The forms in which it said something else, oldest first: the first and the latest of them. None
   * where a writer of the post-mortem chose other words, since there was a reason for it.
   */
  static List<Document.Former> of(Composer composer, Entry entry, List<Revision> revisions) {
    if (revisions.isEmpty() || entry.amendment().raw() != null) {
      return List.of();
    }
    List<Revision> other = new ArrayList<>();
    for (int i = 0; i < revisions.size(); i++) {
      boolean last = i + 1 == revisions.size();
      String next = last ? entry.message().plain() : revisions.get(i + 1).plain();
      if (!revisions.get(i).plain().equals(next)) {
        other.add(revisions.get(i));
      }
    }
    if (other.size() > MOST) {
      other.subList(1, other.size() - MOST + 1).clear();
    }
    return other.stream()
        .map(form -> new Document.Former(form.version(), composer.words(form.raw())))
        .toList();
  }
}
