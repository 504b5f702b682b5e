package dev.postmortem.draft.privacy;

import java.util.regex.Pattern;

/**
 * Who somebody is after being forgotten: the same wherever they occurred, and nobody can tell from
 * it who it was.
 *
 * @param number of the people who were forgotten, in order
 */
public record Pseudonym(int number) {
  /** Longer than Slack's ids, and made of the same letters, so that it can stand for one. */
  private static final String ID = "UFORGOTTEN";

  private static final Pattern IDS = Pattern.compile(ID + "\\d{1,9}");
  private static final String NAME = "a former colleague (";

  /** Stands where Slack's id of the person stood. */
  public String id() {
    return ID + number;
  }

  /** Stands where the name stood. */
  public String name() {
    return NAME + number + ")";
  }

  /** Whether an id stands for somebody who was forgotten; nothing can be sent to them. */
  public static boolean isOne(String id) {
    return IDS.matcher(id).matches();
  }

  /** Whether words were changed so that somebody is not in them. */
  public static boolean isIn(String words) {
    return words.contains(ID) || words.contains(NAME);
  }
}
