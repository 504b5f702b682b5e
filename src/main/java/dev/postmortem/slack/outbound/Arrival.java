package dev.postmortem.slack.outbound;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.slack.views.Advice;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.About;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Rooms;
import dev.postmortem.workflow.capture.CatchUp;
import dev.postmortem.workflow.capture.History.Unreadable;
import dev.postmortem.workflow.capture.Next;
import dev.postmortem.workflow.incident.RoomChanged;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot comes into a war room: it learns what the channel is, enters it if it may, and reads what
 * it missed. What is to be read is written down first, so that it is read also when this process
 * does not come to it.
 */
public final class Arrival {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  /** A window that waits for it has three seconds in all. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Desk desk;
  private final Rooms rooms;
  private final RoomChanged changed;
  private final CatchUp catchUp;
  private final PageTurner pages;
  private final Errands prompt;
  private final Errands patient;
  private final PrivateReplies replies;
  private final Runnable thenCopy;

  public Arrival(Desk desk, Rooms rooms, RoomChanged changed, CatchUp catchUp, Ways ways) {
    this.desk = desk;
    this.rooms = rooms;
    this.changed = changed;
    this.catchUp = catchUp;
    this.pages = ways.pages();
    this.prompt = ways.prompt();
    this.patient = ways.patient();
    this.replies = ways.replies();
    this.thenCopy = ways.thenCopy();
  }

  /**
   * How it does and says things.
   *
   * @param thenCopy copies the pictures of what was read
   */
  public record Ways(
      PageTurner pages,
      Errands prompt,
      Errands patient,
      PrivateReplies replies,
      Runnable thenCopy) {}

  /** A post-mortem was opened; whoever did it is told what to do when the bot cannot read there. */
  public void opened(Draft draft, WayBack back) {
    catchUp.want(draft);
    begin(
        prompt,
        draft,
        () -> {
          if (enter(draft) instanceof Next.Shut shut) {
            replies.reply(back, Answer.say(unheard(draft, shut.code())));
          }
        });
  }

  private static String unheard(Draft draft, String code) {
    String open = draft.name() + " “" + draft.headline().title() + "” is open, but I ";
    return code.equals("not_in_channel") || code.equals("channel_not_found")
        ? open
            + "am not in its channel, so I cannot hear or post there yet. Please type"
            + " `/invite @postmortem` in it: then I read what was said meanwhile, and nothing is lost."
        : open
            + "cannot read what was said in its channel before ("
            + code
            + "). "
            + Advice.on(code, false)
            + " Then I read it, and nothing is lost.";
  }

  /**
   * Something calls for the whole channel to be read: the bot was invited, the incident is over.
   */
  public void arrived(Draft draft) {
    catchUp.want(draft);
    begin(patient, draft, () -> enter(draft));
  }

  /** The bot started again: it reads what it missed there. */
  public void returned(Draft draft) {
    catchUp.resume(draft);
    begin(patient, draft, () -> enter(draft));
  }

  private static void begin(Errands errands, Draft draft, Errands.Errand errand) {
    About.ask(draft.id(), () -> errands.run("arrive in " + draft.name(), errand));
  }

  /** Before somebody decides about the document; waits for what can be read in a moment. */
  public void hurried(Draft draft) {
    catchUp.want(draft);
    pages.readOn(draft.id());
    pages.await(draft.id(), A_MOMENT);
  }

  /** Reads what was lately said, in case that it was not heard; nobody waits for it. */
  public void reconcile(Draft draft) {
    catchUp.wantLately(draft);
    pages.readOn(draft.id());
  }

  /** Reads on where it was stopped. */
  public void readOn(long incident) {
    pages.readOn(incident);
  }

  /** Somebody marked a message that was said before the bot listened. */
  public void readMarked(MessageKey key) {
    desk.store()
        .read(records -> records.drafts().ofChannel(key.team(), key.channel()))
        .ifPresent(
            draft ->
                About.ask(
                    draft.id(),
                    () -> patient.run("read a marked message", () -> readOne(draft, key))));
  }

  private void readOne(Draft draft, MessageKey key) {
    try {
      catchUp.readOne(draft, key.ts());
      thenCopy.run();
    } catch (Unreadable unreadable) {
      LOG.warn("{}: a marked message cannot be read yet: {}", draft.name(), unreadable.code());
    }
  }

  /** Whether it is let in shows when it reads. */
  private Next enter(Draft draft) {
    WarRoom room = draft.room();
    Optional<WarRoom> known = rooms.describe(room.team(), room.channel());
    known.filter(now -> !now.equals(room)).ifPresent(changed::described);
    boolean inside = rooms.enter(room.channel());
    Next next = pages.readNow(draft.id());
    if (inside) {
      desk.store().change(records -> records.outbox().hurry(draft.id(), desk.now()));
    }
    return next;
  }
}
