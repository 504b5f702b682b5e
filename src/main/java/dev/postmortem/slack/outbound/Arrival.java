package dev.postmortem.slack.outbound;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Rooms;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.capture.CatchUp;
import dev.postmortem.workflow.capture.History.Unreadable;
import dev.postmortem.workflow.incident.RoomChanged;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot comes into a war room: it learns what the channel is, enters it if it may, and reads what
 * it missed.
 */
public final class Arrival {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
  private final Desk desk;
  private final Rooms rooms;
  private final RoomChanged changed;
  private final CatchUp catchUp;
  private final Errands errands;
  private final PrivateReplies replies;
  private final BiConsumer<Draft, Instant> thenLook;

  public Arrival(Desk desk, Rooms rooms, RoomChanged changed, CatchUp catchUp, Ways ways) {
    this.desk = desk;
    this.rooms = rooms;
    this.changed = changed;
    this.catchUp = catchUp;
    this.errands = ways.errands();
    this.replies = ways.replies();
    this.thenLook = ways.thenLook();
  }

  /**
   * How it does and says things.
   *
   * @param thenLook looks through what was read from a time on
   */
  public record Ways(
      Errands errands, PrivateReplies replies, BiConsumer<Draft, Instant> thenLook) {}

  /** A post-mortem was opened; whoever did it is told what to do when the bot cannot enter. */
  public void opened(Draft draft, WayBack back) {
    errands.run(
        "arrive in " + draft.name(),
        () -> {
          if (enter(draft)) {
            thenLook.accept(draft, Instant.EPOCH);
          } else {
            replies.reply(
                back,
                Answer.say(
                    draft.name()
                        + " “"
                        + draft.headline().title()
                        + "” is open, but I am not in its channel, so I cannot hear or post there yet. Please type"
                        + " `/invite @postmortem` in it: then I read what was said meanwhile, and nothing is lost."));
          }
        });
  }

  /** The bot was invited to a channel, or it started again: it reads what it missed there. */
  public void arrived(Draft draft) {
    errands.run(
        "arrive in " + draft.name(),
        () -> {
          enter(draft);
          thenLook.accept(draft, Instant.EPOCH);
        });
  }

  /** Reads what was lately said, in case that it was not heard. */
  public void reconcile(Draft draft) {
    errands.run(
        "reconcile " + draft.name(),
        () -> {
          try {
            catchUp.readLately(draft);
          } catch (Unreadable unreadable) {
            LOG.info("{}: not reconciled: {}", draft.name(), unreadable.getMessage());
          }
          thenLook.accept(draft, desk.now().minus(CatchUp.LATELY));
        });
  }

  /** Somebody marked a message that was said before the bot listened. */
  public void readMarked(MessageKey key) {
    desk.store()
        .read(records -> records.drafts().ofChannel(key.team(), key.channel()))
        .ifPresent(draft -> errands.run("read a marked message", () -> readOne(draft, key)));
  }

  private void readOne(Draft draft, MessageKey key) {
    try {
      catchUp.readOne(draft, key.ts());
      thenLook.accept(draft, SlackTime.instant(key.ts()));
    } catch (Unreadable unreadable) {
      LOG.warn("{}: a marked message cannot be read: {}", draft.name(), unreadable.getMessage());
    }
  }

  private boolean enter(Draft draft) {
    WarRoom room = draft.room();
    Optional<WarRoom> known = rooms.describe(room.team(), room.channel());
    known.filter(now -> !now.equals(room)).ifPresent(changed::described);
    boolean inside = rooms.enter(room.channel());
    if (inside) {
      read(draft);
      desk.store().change(records -> records.outbox().hurry(draft.id(), desk.now()));
    }
    return inside;
  }

  private void read(Draft draft) {
    try {
      catchUp.read(desk.find(Which.of(draft.id())).orElse(draft));
    } catch (Unreadable unreadable) {
      LOG.warn("{}: the history cannot be read: {}", draft.name(), unreadable.getMessage());
    }
  }
}
