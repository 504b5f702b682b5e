package dev.postmortem.draft.privacy;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was found of a person.
 *
 * @param rows in how many rows of which table
 * @param named how often a name stood in a text that somebody typed
 * @param givenUp how many letters to the person were still to be sent
 * @param pictures how many pictures the person shared; these stay
 */
public record Tally(Map<String, Integer> rows, int named, int givenUp, int pictures) {
  public Tally {
    rows = Map.copyOf(rows);
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return rows.isEmpty() && named == 0 && givenUp == 0;
  }

  /** Both together. */
  public Tally plus(Tally other) {
    Map<String, Integer> all = new TreeMap<>(rows);
    other.rows.forEach((table, number) -> all.merge(table, number, Integer::sum));
    return new Tally(all, named + other.named, givenUp + other.givenUp, pictures + other.pictures);
  }
}
