package dev.postmortem.review.checkup;

import dev.postmortem.draft.Headline;
import dev.postmortem.timeline.Names;
import dev.postmortem.timeline.Printed;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What a timeline is held against.
 *
 * @param headline when the incident began and was over, and the zone in which times are typed
 * @param names how the people are called
 * @param silence how long may pass between two key points
 * @param grace how long people may go on talking after the end
 */
public record Scope(Headline headline, Names names, Duration silence, Duration grace) {
  /** Tags of messages that tell what happened, not what is thought of it later. */
  static final Set<String> TELLING =
      Set.of("key", "observation", "symptom", "hypothesis", "remediation", "impact");

  /** Half an hour each. */
  public Scope(Headline headline, Names names) {
    this(headline, names, Duration.ofMinutes(30), Duration.ofMinutes(30));
  }

  String name(String user) {
    return names.user(user).orElse(user);
  }

  String time(Instant at) {
    return Printed.full(at, headline.zone());
  }
}
