package dev.postmortem.review.insight;

import dev.postmortem.draft.catalog.Card;
import java.util.List;

/**
 * Something that contributed to several incidents.
 *
 * @param phrase in lower case, as it was written first
 * @param cards the post-mortems that name it, at least two
 */
public record Factor(String phrase, List<Card> cards) {
  public Factor {
    cards = List.copyOf(cards);
  }
}
