package dev.postmortem.workflow;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Template;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What every verb works with.
 *
 * @param command the slash command as it is installed, such as {@code /pm}
 * @param pages where all this can be read in the browser
 */
public record Desk(Store store, Clock clock, Template template, String command, Pages pages) {
  /** One without pages. */
  public Desk(Store store, Clock clock, Template template, String command) {
    this(store, clock, template, command, Pages.OFF);
  }

  /** The present, to the microsecond, as the store keeps it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A command as people type it, between backticks. */
  public String cmd(String words) {
    return "`" + command + " " + words + "`";
  }

  /**
   * Changes a draft that may be changed; nobody else changes it meanwhile. Otherwise says why not.
   */
  public Outcome change(Which which, BiFunction<Records, Draft, Outcome> work) {
    return lock(
        which,
        (records, draft) ->
            draft.state().isWritable() ? work.apply(records, draft) : closed(draft));
  }

  /** Like {@link #change}, in whatever state the draft is. */
  public Outcome lock(Which which, BiFunction<Records, Draft, Outcome> work) {
    return store.write(
        records -> {
          Optional<Draft> draft =
              which.in(records).flatMap(found -> records.drafts().forChange(found.id()));
          return draft.isPresent() ? witnessed(records, draft.get(), which.by(), work) : none();
        });
  }

  private Outcome witnessed(
      Records records, Draft draft, String by, BiFunction<Records, Draft, Outcome> work) {
    Witness witness = Witness.of(records, draft);
    Outcome outcome = work.apply(records, draft);
    witness.writeDown(records, template, by, now());
    return outcome;
  }

  /** Whether a draft may be changed; if not, the refusal says why. */
  public Outcome mayChange(Which which) {
    return find(which).map(this::mayChange).orElseGet(this::none);
  }

  /** Whether this draft may be changed; if not, the refusal says why. */
  public Outcome mayChange(Draft draft) {
    return draft.state().isWritable() ? new Done(draft, "") : closed(draft);
  }

  /** How somebody is called; the id when nobody knows. */
  public String name(String user) {
    return store.read(records -> new KnownNames(records).user(user)).orElse(user);
  }

  /** The sections of a draft: the template's, and those that hold something besides. */
  public List<Section> sections(Draft draft) {
    return template.of(draft, store.read(records -> records.timelines().filed(draft.id())));
  }

  /** Reads a draft. */
  public Optional<Draft> find(Which which) {
    return store.read(which::in);
  }

  /** There is no post-mortem here. */
  public Refused none() {
    return new Refused(
        "There is no post-mortem in this channel yet. Open one with "
            + cmd("start Database is down")
            + ", then try again.");
  }

  private Refused closed(Draft draft) {
    return draft.state() == State.CANCELLED
        ? new Refused(
            draft.name()
                + " was cancelled, so nothing was changed. "
                + cmd("reopen")
                + " takes it up again.")
        : new Refused(
            draft.name()
                + " is published, so nothing was changed. "
                + cmd("correct")
                + " opens it for changes; "
                + cmd("start TITLE")
                + " opens a new one for another incident.");
  }
}
