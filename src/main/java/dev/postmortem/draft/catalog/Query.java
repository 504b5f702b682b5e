package dev.postmortem.draft.catalog;

import dev.postmortem.draft.State;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Empty or null means any.
 *
 * @param text words that must all occur in the title, the sections or the timeline; the last one
 *     may be the beginning of a word
 * @param from the first day, in UTC, on which the incident may have begun
 * @param to the last such day
 * @param severity in any case
 * @param person the id of somebody who took part
 * @param tag under which a message is filed, such as {@code key}
 */
public record Query(
    String text,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String severity,
    @Nullable State state,
    String person,
    String tag) {
  /** Everything. */
  public static final Query ALL = new Query("", null, null, "", null, "", "");

  /** Whatever holds these words. */
  public static Query words(String text) {
    return new Query(text, null, null, "", null, "", "");
  }
}
