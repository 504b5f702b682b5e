package dev.postmortem.workflow.incident;

import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Change;
import dev.postmortem.draft.ChannelTaken;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Remark;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.SectionBody;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.KnownNames;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.writing.Words;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the post-mortem of a channel; from then on the bot listens there. */
public final class StartPostmortem {
  private final Desk desk;

  public StartPostmortem(Desk desk) {
    this.desk = desk;
  }

  /** Opens it and writes the opening message down; refused when one is open there already. */
  public Outcome start(Opening opening) {
    try {
      return desk.store().write(records -> start(records, opening));
    } catch (ChannelTaken simultaneous) {
      return desk.store()
          .read(
              records ->
                  records
                      .drafts()
                      .capturing(opening.room().team(), opening.room().channel())
                      .flatMap(capture -> records.drafts().find(capture.incident()))
                      .map(this::running)
                      .orElseThrow(() -> simultaneous));
    }
  }

  private Outcome start(Records records, Opening opening) {
    WarRoom room = opening.room();
    Optional<Draft> running = records.drafts().ofChannel(room.team(), room.channel());
    if (running.isPresent() && running.get().state().isWritable()) {
      return running(running.get());
    }
    Draft draft = records.drafts().add(fresh(opening));
    Words links = opening.links();
    if (links != null && !links.isBlank()) {
      Remark remark = new Remark(links.raw(), links.plain(), opening.by(), desk.now());
      records.drafts().save(draft.id(), SectionBody.empty("communication").plus(remark));
    }
    records.chronicle().add(draft.id(), new Change(desk.now(), opening.by(), "opened it"));
    records.outbox().put(openingLetter(draft), desk.now());
    if (!opening.owner().equals(opening.by())) {
      records.outbox().put(named(records, draft, opening.by()), desk.now());
    }
    return new Done(draft, draft.name() + " is open. What is said here is on its timeline.");
  }

  private Outcome running(Draft draft) {
    return new Refused(
        draft.name()
            + " “"
            + draft.headline().title()
            + "” is already open in this channel. "
            + desk.cmd("status")
            + " shows where it stands; to begin another, publish or cancel it first.");
  }

  private Draft fresh(Opening opening) {
    Roles roles = new Roles(opening.owner(), null, null);
    return Draft.opened(opening.room(), opening.headline(), roles, desk.now());
  }

  private static Letter openingLetter(Draft draft) {
    return new Letter(
        "opening/" + draft.id(), draft.id(), Letter.Kind.OPENING, draft.room().channel(), "");
  }

  /** Whoever is on call may be elsewhere. What a private channel is about stays there. */
  private Letter named(Records records, Draft draft, String by) {
    String who = new KnownNames(records).user(by).orElse(by);
    boolean secret = draft.room().isPrivate();
    String said =
        who
            + " opened "
            + draft.name()
            + (secret ? " in a private channel" : " “" + draft.headline().title() + "”")
            + " and named you as its point person. "
            + (secret ? "If you are not in that channel, ask " + who + " to invite you. " : "")
            + "In its channel "
            + desk.cmd("role owner @NAME")
            + " hands that over.";
    return new Letter(
        "named/" + draft.id(), draft.id(), Letter.Kind.DIRECT, draft.roles().owner(), said);
  }

  /**
   * What is known when a post-mortem is opened.
   *
   * @param by who opens it
   * @param owner the point person
   * @param links where else it is talked about, null when nobody said
   */
  public record Opening(
      WarRoom room, Headline headline, String by, String owner, @Nullable Words links) {
    /** With nothing but a title and a start. */
    public static Opening of(WarRoom room, Headline headline, String by) {
      return new Opening(room, headline, by, by, null);
    }

    /** When the incident began. */
    public Instant started() {
      return headline.started();
    }
  }
}
