package dev.postmortem.storage.catalog;

import dev.postmortem.draft.catalog.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Looks for words. What the shelf does not know yet is read itself, so that the newest is found and
 * what was taken back is not.
 */
final class Search {
  /** More is being taken in, and found a little later. */
  private static final int UNREAD = 64;

  private final Handle handle;
  private final Terms.Wanted wanted;
  private final List<Posted> words;
  private final List<Posted> beginnings;

  Search(Handle handle, String text) {
    this.handle = handle;
    this.wanted = Terms.wanted(text);
    this.words = wanted.words().stream().map(word -> Posted.word(handle, word)).toList();
    this.beginnings =
        wanted.beginnings().stream().map(start -> Posted.beginning(handle, start)).toList();
  }

  /** Those of these post-mortems in which everything occurs that is wanted. */
  List<Long> among(List<Long> ids) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Map<Long, Stale.Part> stale = new HashMap<>();
    new Stale(handle).atAGlance(UNREAD).forEach(part -> stale.put(part.incident(), part));
    List<Long> found = new ArrayList<>();
    for (long id : ids) {
      Stale.Part part = stale.get(id);
      if (part == null ? isPosted(id) : isPresent(part)) {
        found.add(id);
      }
    }
    return found;
  }

  private boolean isPosted(long id) {
    return Stream.concat(words.stream(), beginnings.stream()).allMatch(one -> one.has(id));
  }

  private boolean isPresent(Stale.Part part) {
    Present present = Present.of(handle, part);
    return all(wanted.words(), words, part, present.words()::contains)
        && all(wanted.beginnings(), beginnings, part, present::hasBeginning);
  }

  private static boolean all(
      List<String> wanted, List<Posted> posted, Stale.Part part, Predicate<String> present) {
    for (int i = 0; i < wanted.size(); i++) {
      boolean known = !part.isWhole() && posted.get(i).has(part.incident());
      if (!known && !present.test(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }
}
