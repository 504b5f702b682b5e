package dev.postmortem.draft.privacy;

import dev.postmortem.timeline.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a person out of everything that is kept, one post-mortem at a time. Each step can be done
 * again: what is done already is not found any more.
 */
public interface Forgetting {
  /** Those who are called so, in whatever case; who was forgotten is not among them. */
  List<Person> named(String name);

  /** The names that the person's own messages tell besides. */
  Set<String> otherNames(String id);

  /**
   * From now on the id stands for somebody who is forgotten, and is hidden when it is heard again;
   * the pseudonym is the same whenever it is asked for.
   */
  Pseudonym begin(String id, Instant now);

  /** The next pseudonym there would be, or the one that was given already; nothing is changed. */
  Pseudonym foreseen(String id);

  /** The post-mortems in which the person occurs. */
  List<Long> incidents(Whom whom);

  /**
   * Takes the person out of one post-mortem.
   *
   * @param dry whether nothing is changed, but counted all the same
   */
  Tally forget(long incident, Whom whom, boolean dry, Instant now);

  /** Takes the person out of what belongs to no post-mortem, profile and all. */
  Tally forgetElsewhere(Whom whom, boolean dry);

  /** All is done. */
  void finish(String id, Instant now);

  /** How often these words stand, as whole words, in the words of each post-mortem. */
  Map<Long, Integer> wordsLike(Set<String> words);

  /**
   * The person, and all by which they can be found.
   *
   * @param names as they may be typed
   */
  record Whom(String id, Pseudonym pseudonym, Set<String> names) {
    public Whom {
      names = Set.copyOf(names);
    }

    /** How texts are changed. */
    public Rewording rewording() {
      return new Rewording(id, pseudonym, names);
    }
  }
}
