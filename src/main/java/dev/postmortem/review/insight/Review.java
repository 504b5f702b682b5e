package dev.postmortem.review.insight;

import dev.postmortem.draft.catalog.Fact;
import java.util.List;

/**
 * How soon incidents are reviewed.
 *
 * @param published how many documents are out
 * @param toMeeting from the end of the incident to the review meeting
 * @param toPublication from the end of the incident to the document
 */
public record Review(int published, Median toMeeting, Median toPublication) {

  static Review of(List<Fact> facts) {
    return new Review(
        (int) facts.stream().filter(Told::isPublished).count(),
        Median.of(facts.stream().map(Told::toMeeting)),
        Median.of(facts.stream().map(Told::toPublication)));
  }
}
