package dev.postmortem.workflow.publish;

import dev.postmortem.draft.Completeness;
import dev.postmortem.draft.Completeness.Lacking;
import dev.postmortem.draft.Completeness.Ready;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.broadcast.Broadcast;
import dev.postmortem.workflow.incident.Board;
import java.time.Instant;

/**
 * The gate, and then the broadcast: the finished document goes to the broadcast channel and the
 * mailing list, once.
 */
public final class PublishDocument {
  private final Desk desk;
  private final Audience audience;

  public PublishDocument(Desk desk, Audience audience) {
    this.desk = desk;
    this.audience = audience;
  }

  /** What stands between the draft and its readers. */
  public Completeness weigh(Draft draft) {
    return desk.store()
        .read(
            records ->
                Completeness.of(draft, desk.template(), records.timelines().filed(draft.id())));
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
    return desk.lock(which, (records, draft) -> publish(records, draft, wish));
  }

  private Outcome publish(Records records, Draft draft, Wish wish) {
    if (draft.state() == State.PUBLISHED) {
      return new Done(draft, draft.name() + " is published already.");
    }
    if (draft.state() == State.CANCELLED) {
      return new Refused(
          draft.name() + " was cancelled. " + desk.cmd("reopen") + " takes it up again.");
    }
    Completeness completeness =
        Completeness.of(draft, desk.template(), records.timelines().filed(draft.id()));
    if (completeness instanceof Lacking lacking) {
      return new Refused(
          "Not published, nothing was changed. Still missing: "
              + String.join(", ", lacking.missing())
              + ". "
              + desk.cmd("edit")
              + " fills the sections"
              + (draft.headline().resolved() == null
                  ? ", " + desk.cmd("resolve") + " ends the incident."
                  : "."));
    }
    if (widensAudience(draft) && !isConfirmed(draft, wish)) {
      return new Refused(
          "This war room is private, and the document would be read by everybody in the broadcast channel. To confirm,"
              + " type the name of the war room: "
              + draft.room().name());
    }
    return send(records, ((Ready) completeness).draft(), wish);
  }

  private static boolean isConfirmed(Draft draft, Wish wish) {
    String typed = wish.confirmation().strip();
    String bare = typed.startsWith("#") ? typed.substring(1) : typed;
    return bare.equals(draft.room().name());
  }

  private Outcome send(Records records, Draft draft, Wish wish) {
    Instant now = desk.now();
    Draft published = draft.published(now);
    records.drafts().save(published);
    if (draft.published() == null) {
      Broadcast.first(records, draft.id(), audience.channel(), audience.addresses(), now);
      Board.tell(records, published, "published", now);
      return new Done(published, draft.name() + " is published.");
    }
    Broadcast.corrected(records, draft.id(), audience.channel(), wish.changed(), now);
    Board.refresh(records, published, now);
    return new Done(published, "The published document is brought up to date.");
  }

  /**
   * What somebody typed into the gate.
   *
   * @param confirmation the war room's name, when it is private; empty otherwise
   * @param changed what changed since the last time; empty for the first
   */
  public record Wish(String confirmation, String changed) {}
}
