package dev.postmortem.slack.outbound;

import dev.postmortem.delivery.Letter;
import java.util.Map;
import java.util.function.Function;

/** Brings letters of some kinds to where they go. */
@FunctionalInterface
public interface Carrier {
  /** Sends a letter. */
  void carry(Letter letter, Trip trip) throws Undelivered;

  /** Carriers by kind; a kind without one stays in the outbox. */
  static Function<Letter.Kind, Carrier> of(Map<Letter.Kind, Carrier> carriers) {
    return kind ->
        carriers.getOrDefault(
            kind,
            (letter, trip) -> {
              throw Undelivered.never("nobody carries a " + kind);
            });
  }
}
