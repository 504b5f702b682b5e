package dev.postmortem.workflow.follow;

import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.draft.follow.Handover;
import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.KnownNames;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.incident.Board;
import dev.postmortem.workflow.meet.Invitations;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands the point person's part over. Whoever is asked must accept; until then the old one stays,
 * so that there is always one, who knows of it. Whoever takes it for themselves has it at once.
 */
public final class HandOver {
  private final Desk desk;
  private final Invitations invitations;

  public HandOver(Desk desk) {
    this.desk = desk;
    this.invitations = new Invitations(desk);
  }

  /** The offer whose answer is awaited, if there is one. */
  public static Optional<Handover> open(Records records, Draft draft) {
    return records.followups().latestHandover(draft.id()).filter(Handover::isOpen);
  }

  /** The key of the letter that asks. */
  private static String key(Handover offer) {
    return "handover/" + offer.incident() + "/" + offer.number();
  }

  /**
   * Asks somebody to take over; asking the same person again changes nothing.
   *
   * @param by who wants it
   */
  public Outcome offer(Which which, String by, String to) {
    return desk.change(
        which,
        (records, draft) -> {
          Optional<Handover> open = open(records, draft);
          if (records.people().find(to).filter(Person::bot).isPresent()) {
            return new Refused("A bot cannot be the point person. Nothing was changed.");
          }
          if (draft.roles().owner().equals(to)) {
            open.ifPresent(offer -> withdraw(records, draft, offer));
            return new Done(draft, name(records, to) + " is the point person now.");
          }
          if (open.filter(offer -> offer.to().equals(to)).isPresent() && !to.equals(by)) {
            return new Done(draft, asked(records, draft, to, " is asked already and"));
          }
          open.filter(offer -> !offer.to().equals(to))
              .ifPresent(offer -> withdraw(records, draft, offer));
          Handover offer =
              open.filter(one -> one.to().equals(to)).orElse(fresh(records, draft, by, to));
          return to.equals(by) ? accept(records, draft, offer) : ask(records, draft, offer);
        });
  }

  private Handover fresh(Records records, Draft draft, String by, String to) {
    int number = 1 + records.followups().latestHandover(draft.id()).map(Handover::number).orElse(0);
    return new Handover(draft.id(), number, to, by, desk.now(), Handover.State.OFFERED);
  }

  private Outcome ask(Records records, Draft draft, Handover offer) {
    records.followups().save(offer);
    String note = Integer.toString(offer.number());
    records
        .outbox()
        .put(
            new Letter(key(offer), draft.id(), Letter.Kind.HANDOVER, offer.to(), note), desk.now());
    String said = asked(records, draft, offer.to(), " is asked to take over as point person and");
    if (!offer.by().equals(draft.roles().owner())) {
      tell(records, draft, draft.roles().owner(), offer, said);
    }
    return new Done(draft, said);
  }

  private static String asked(Records records, Draft draft, String to, String how) {
    String old = draft.roles().owner();
    return name(records, to)
        + how
        + " has to accept. Until then "
        + (old.isEmpty() ? "nobody is" : "it is still " + name(records, old))
        + ".";
  }

  private void withdraw(Records records, Draft draft, Handover offer) {
    settle(records, offer, Handover.State.WITHDRAWN);
    tell(
        records,
        draft,
        offer.to(),
        offer,
        "You are no longer asked to take over " + draft.name() + " as point person.");
  }

  /** Keeps what became of an offer, and takes the buttons off its letter. */
  private void settle(Records records, Handover offer, Handover.State state) {
    records.followups().save(offer.settled(state));
    RewriteLetter.rewrite(records, key(offer), desk.now());
  }

  /**
   * Somebody answers an offer. A second click, an old button, and one of an offer to somebody else
   * change nothing and say why.
   */
  public Outcome answer(Which which, String by, int number, boolean accepted) {
    return desk.lock(
        which,
        (records, draft) -> {
          Optional<Handover> found = records.followups().handover(draft.id(), number);
          if (found.isEmpty()) {
            return new Refused("There is no such offer. Nothing was changed.");
          }
          Handover offer = found.get();
          if (!offer.to().equals(by)) {
            return new Refused(
                "That is for "
                    + name(records, offer.to())
                    + " alone to answer. Nothing was changed.");
          }
          if (!offer.isOpen()) {
            return new Done(draft, settled(records, draft, offer));
          }
          if (!draft.state().isWritable()) {
            return desk.mayChange(draft);
          }
          return accepted ? accept(records, draft, offer) : decline(records, draft, offer);
        });
  }

  private String settled(Records records, Draft draft, Handover offer) {
    String owner = draft.roles().owner();
    String now =
        owner.equals(offer.to())
            ? "You are the point person of " + draft.name() + "."
            : "The point person of " + draft.name() + " is " + name(records, owner) + ".";
    return switch (offer.state()) {
      case DECLINED -> "You declined that already. " + now;
      case WITHDRAWN -> "That offer no longer stands. " + now;
      case OFFERED, ACCEPTED -> now;
    };
  }

  private Outcome accept(Records records, Draft draft, Handover offer) {
    String old = draft.roles().owner();
    Draft taken = draft.with(draft.roles().withOwner(offer.to()));
    records.drafts().save(taken);
    invitations.join(records, taken, taken.roles());
    settle(records, offer, Handover.State.ACCEPTED);
    Board.refresh(records, taken, desk.now());
    if (taken.state() == State.RESOLVED) {
      Board.handDraft(records, taken, desk.now());
    }
    String said = name(records, offer.to()) + " is the point person of " + draft.name() + " now.";
    tellBoth(records, taken, offer, old, said);
    return new Done(
        taken,
        "You are the point person of "
            + draft.name()
            + " now. "
            + desk.cmd("role owner @NAME")
            + " hands it on.");
  }

  private Outcome decline(Records records, Draft draft, Handover offer) {
    String owner = draft.roles().owner();
    settle(records, offer, Handover.State.DECLINED);
    String said =
        name(records, offer.to())
            + " declined to become point person of "
            + draft.name()
            + "; it is still "
            + name(records, owner)
            + ".";
    tellBoth(records, draft, offer, owner, said);
    return new Done(draft, "You declined. " + name(records, owner) + " stays the point person.");
  }

  /** The old point person and whoever wanted the change; the new one knows already. */
  private void tellBoth(Records records, Draft draft, Handover offer, String old, String said) {
    Stream.of(offer.by(), old)
        .distinct()
        .filter(user -> !user.equals(offer.to()))
        .forEach(user -> tell(records, draft, user, offer, said));
  }

  private void tell(Records records, Draft draft, String user, Handover offer, String said) {
    if (!user.isEmpty()) {
      String what = Integer.toHexString(said.hashCode());
      String key = key(offer) + "/" + user + "/" + desk.now() + "/" + what;
      records.outbox().put(new Letter(key, draft.id(), Letter.Kind.DIRECT, user, said), desk.now());
    }
  }

  private static String name(Records records, String user) {
    return user.isEmpty() ? "nobody" : new KnownNames(records).user(user).orElse(user);
  }
}
