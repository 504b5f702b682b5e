package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Reading;
import dev.postmortem.timeline.Step;
import dev.postmortem.workflow.Desk;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A reading that is under way, as it stood when a step of it was begun.
 *
 * @param step what is to be asked when all pages of the channel are read, null for nothing
 */
record Job(Reading reading, Draft draft, @Nullable Step step) {
  static Optional<Job> of(Records records, long incident) {
    Optional<Reading> reading = records.readings().of(incident).filter(Reading::isUnderWay);
    Optional<Draft> draft = records.drafts().find(incident);
    return reading.isEmpty() || draft.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Job(reading.get(), draft.get(), records.readings().next(incident).orElse(null)));
  }

  long incident() {
    return draft.id();
  }

  /** The time from which on threads are read; they may be older than the incident. */
  Instant from() {
    Instant from = reading.from();
    return from.isAfter(draft.headline().started()) ? from : Instant.EPOCH;
  }

  /**
   * Keeps what a step brought together with how far the reading came, unless it went on without
   * this step, or another was begun. What is said meanwhile may be on the page, or come after it.
   */
  Next change(Desk desk, BiFunction<Records, Reading, Reading> work) {
    return desk.store()
        .writeBeside(
            records -> {
              records
                  .readings()
                  .forChange(incident())
                  .filter(now -> now.isUnderWay() && now.begun().equals(reading.begun()))
                  .filter(now -> now.place().equals(reading.place()))
                  .map(now -> work.apply(records, now))
                  .ifPresent(records.readings()::save);
              return records.readings().of(incident()).map(Job::next).orElseGet(Next.Done::new);
            });
  }

  private static Next next(Reading reading) {
    Instant notBefore = reading.hitch().notBefore();
    if (!reading.isUnderWay()) {
      return new Next.Done();
    }
    if (notBefore != null) {
      return new Next.Later(notBefore);
    }
    return reading.hitch().isShut()
        ? new Next.Shut(reading.hitch().fault())
        : new Next.More(reading.awaited());
  }
}
