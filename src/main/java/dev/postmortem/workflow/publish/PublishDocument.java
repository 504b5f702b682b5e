package dev.postmortem.workflow.publish;

import dev.postmortem.draft.Change;
import dev.postmortem.draft.Completeness;
import dev.postmortem.draft.Completeness.Lacking;
import dev.postmortem.draft.Completeness.Ready;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Gap;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Waiver;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.broadcast.Broadcast;
import dev.postmortem.workflow.incident.Board;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The gate, and then the broadcast: the finished document goes to the broadcast channel and the
 * mailing list, once.
 */
public final class PublishDocument {
  /** How the refusal begins that asks for a confirmation. */
  public static final String PRIVATE = "This war room is private";

  private final Desk desk;
  private final Audience audience;
  private final Gate gate;

  public PublishDocument(Desk desk, Audience audience) {
    this.desk = desk;
    this.audience = audience;
    this.gate = new Gate(desk);
  }

  /** What stands between the draft and its readers. */
  public Completeness weigh(Draft draft) {
    return gate.weigh(draft);
  }

  /** The draft as it stands now. */
  public Optional<Draft> find(Which which) {
    return desk.find(which);
  }

  /** The reason for which something was let pass the last time, empty when nothing was. */
  public String reason(Draft draft) {
    List<Waiver> passed =
        Waiver.Subject.GATE.of(desk.store().read(records -> records.waivers().of(draft.id())));
    return passed.isEmpty() ? "" : passed.get(0).reason();
  }

  /** Whether the document of a private war room would be read by people who cannot enter it. */
  public boolean widensAudience(Draft draft) {
    return draft.room().isPrivate() && !audience.isPrivate();
  }

  /**
   * Publishes the document, or brings the published one up to date.
   *
   * @param wish what the person typed into the gate
   */
  public Outcome publish(Which which, Wish wish) {
    return desk.lock(which, (records, draft) -> publish(records, draft, which.by(), wish));
  }

  private Outcome publish(Records records, Draft draft, String by, Wish wish) {
    if (draft.state() == State.PUBLISHED) {
      return new Done(draft, draft.name() + " is published already.");
    }
    if (draft.state() == State.CANCELLED) {
      return new Refused(
          draft.name() + " was cancelled. " + desk.cmd("reopen") + " takes it up again.");
    }
    Completeness completeness = gate.weigh(records, draft);
    Optional<Ready> ready = ready(completeness, wish);
    if (ready.isEmpty()) {
      return lacking(draft, (Lacking) completeness);
    }
    if (widensAudience(draft) && !isConfirmed(draft, wish)) {
      return new Refused(
          PRIVATE
              + ", and the document would be read by everybody in the broadcast channel. To confirm,"
              + " type the name of the war room: "
              + draft.room().name());
    }
    pass(records, ready.get(), by);
    return send(records, ready.get().draft(), by, wish);
  }

  private static Optional<Ready> ready(Completeness completeness, Wish wish) {
    return completeness instanceof Lacking lacking
        ? lacking.allTheSame(wish.reason())
        : Optional.of((Ready) completeness);
  }

  private Refused lacking(Draft draft, Lacking lacking) {
    return new Refused(
        "Not published, nothing was changed. Still missing: "
            + String.join(", ", lacking.words())
            + ". "
            + desk.cmd("edit")
            + " fills the sections"
            + (draft.headline().resolved() == null
                ? ", " + desk.cmd("resolve") + " ends the incident."
                : lacking.canBeWaived() ? ", or say why it is published all the same." : "."));
  }

  /** What is let pass this time replaces what was the time before. */
  private void pass(Records records, Ready ready, String by) {
    long id = ready.draft().id();
    Waiver.Subject.GATE
        .of(records.waivers().of(id))
        .forEach(one -> records.waivers().remove(id, one.subject(), one.about()));
    for (Gap gap : ready.passed()) {
      Waiver passed = new Waiver(Waiver.Subject.GATE, gap.words(), ready.reason(), by, desk.now());
      records.waivers().save(id, passed);
    }
  }

  private static boolean isConfirmed(Draft draft, Wish wish) {
    String typed = wish.confirmation().strip();
    String bare = typed.startsWith("#") ? typed.substring(1) : typed;
    return bare.equals(draft.room().name());
  }

  private Outcome send(Records records, Draft draft, String by, Wish wish) {
    Instant now = desk.now();
    Draft published = draft.published(now);
    records.drafts().save(published);
    Broadcast.Readers readers = new Broadcast.Readers(audience.channel(), audience.addresses());
    if (draft.published() == null) {
      Broadcast.first(records, draft.id(), readers, now);
      Board.tell(records, published, "published", now);
      return new Done(published, draft.name() + " is published.");
    }
    Broadcast.corrected(records, draft.id(), readers, wish.changed(), now);
    records
        .chronicle()
        .add(draft.id(), new Change(now, by, "told the readers what changed: " + wish.changed()));
    Board.refresh(records, published, now);
    return new Done(published, "The published document is brought up to date.");
  }

  /**
   * What somebody typed into the gate.
   *
   * @param confirmation the war room's name, when it is private; empty otherwise
   * @param changed what changed since the last time; empty for the first
   * @param reason why it is published although something is missing; empty when nothing is
   */
  public record Wish(String confirmation, String changed, String reason) {}
}
