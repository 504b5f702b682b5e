package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.writing.Participants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a letter at the moment it is sent. The document itself is written elsewhere.
 */
public final class Letters {
  private final Desk desk;
  private final MeetingLetters meetings;
  private final FollowLetters follow;
  private final TaskLetters tasks;
  private final BiPredicate<Draft, String> mayRead;

  /**
   * Letters.
   *
   * @param mayRead whether somebody may read of a post-mortem now
   */
  public Letters(Desk desk, BiPredicate<Draft, String> mayRead) {
    this.desk = desk;
    this.mayRead = mayRead;
    this.meetings = new MeetingLetters(desk, mayRead);
    this.follow = new FollowLetters(desk, mayRead);
    this.tasks = new TaskLetters(desk, mayRead);
  }

  /** The message that was sent already, as things stand now. */
  public Optional<SlackMessage> rewrite(Letter sent, Draft draft) {
    return switch (sent.kind()) {
      case HANDOVER -> follow.answered(sent, draft);
      case TASKS_DUE -> Optional.of(tasks.draw(sent));
      default -> Optional.empty();
    };
  }

  /** The message, empty when there is nothing to say any more. */
  public Optional<SlackMessage> write(Letter letter, Draft draft) {
    return switch (letter.kind()) {
      case OPENING, BOARD -> Optional.of(opening(draft));
      case NOTICE -> Optional.of(notice(letter, draft));
      case DRAFT_READY -> Optional.of(draftReady(draft, letter.place()));
      case DIRECT -> Optional.of(message(Kit.escape(letter.note()), List.of()));
      case HANDOVER -> follow.handover(letter, draft);
      case NUDGE -> follow.nudge(letter, draft);
      case TASKS_DUE -> tasks.due(letter, draft);
      case INVITATION -> meetings.invitation(letter, draft);
      case REMINDER -> meetings.reminder(letter, draft);
      case UNREAD -> meetings.unread(letter, draft);
      case MEETING_SOON -> meetings.soon(letter, draft);
      case MEETING_CANCELLED -> Optional.of(meetings.cancelled(draft, letter));
      case CORRECTION ->
          Optional.of(message("*What changed:* " + Kit.escape(letter.note()), List.of()));
      case BROADCAST, BROADCAST_UPDATE, FILES, CANVAS, REFRESH, MAIL, CALENDAR, REWRITE ->
          Optional.empty();
    };
  }

  private SlackMessage opening(Draft draft) {
    Headline head = draft.headline();
    String text =
        "*"
            + draft.name()
            + " "
            + Kit.escape(head.title())
            + "*\n"
            + state(draft)
            + " Point person: "
            + name(draft.roles().owner())
            + ". Started "
            + Printed.full(head.started(), head.zone())
            + (head.severity().isEmpty() ? "." : ", " + Kit.escape(head.severity()) + ".");
    List<JsonNode> more = new ArrayList<>();
    if (draft.state().isCapturing()) {
      more.add(Kit.context(howTo()));
    }
    more.add(Buttons.row(draft));
    return message(text, more);
  }

  private String state(Draft draft) {
    return switch (draft.state()) {
      case OPEN ->
          "I keep the timeline of this incident: every message here, edits, alerts, threads, images and reactions.";
      case RESOLVED -> "The incident is resolved; I still listen until the document is published.";
      case PUBLISHED -> "The document is published. I no longer listen here.";
      case CORRECTING -> "The published document is being corrected.";
      case CANCELLED -> "No post-mortem is needed: " + Kit.escape(draft.reason()) + ".";
    };
  }

  private String howTo() {
    String examples =
        desk.template().emoji().tags().entrySet().stream()
            .limit(4)
            .map(entry -> ":" + entry.getKey() + ": " + title(entry.getValue()))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    return (examples.isEmpty() ? "`" : "React to mark what matters: " + examples + ". `")
        + desk.command()
        + " note` adds what nobody said; `"
        + desk.command()
        + " help` lists the rest; `"
        + desk.command()
        + " cancel REASON` makes me stop.";
  }

  private String title(String tag) {
    return Kit.escape(desk.template().tagged(tag).title());
  }

  private SlackMessage notice(Letter letter, Draft draft) {
    Headline head = draft.headline();
    String what =
        switch (letter.note()) {
          case "resolved" ->
              "is resolved after "
                  + (head.resolved() == null
                      ? "a while"
                      : Printed.lasting(Duration.between(head.started(), head.resolved())))
                  + ". "
                  + name(draft.roles().owner())
                  + " has the draft. Still missing something? `"
                  + desk.command()
                  + " edit` or an emoji adds it.";
          case "reopened" -> "is open again: the incident is not over. I listen.";
          case "published" -> "is published. Thank you all.";
          case "cancelled" ->
              "is cancelled: " + Kit.escape(draft.reason()) + ". I no longer listen.";
          default -> Kit.escape(letter.note());
        };
    return message("*" + draft.name() + "* " + what, List.of());
  }

  private SlackMessage draftReady(Draft draft, String reader) {
    return mayRead.test(draft, reader)
        ? draftFor(draft, reader)
        : message(
            "*"
                + draft.name()
                + "* is resolved, and you are its point person. Its channel is private, and you are"
                + " not in it: ask to be invited, to see the draft, or let somebody there hand it"
                + " over.",
            List.of());
  }

  private SlackMessage draftFor(Draft draft, String reader) {
    Headline head = draft.headline();
    String text =
        "*"
            + draft.name()
            + " "
            + Kit.escape(head.title())
            + "* is resolved, and you are its point person. The draft is mostly written already: the timeline, who took part,"
            + " and what was marked. ";
    String people =
        new Participants(desk)
            .of(draft).stream().limit(30).map(this::name).collect(Collectors.joining(", "));
    String proposed =
        people.isEmpty()
            ? ""
            : "Taken as participants: "
                + people
                + ". `"
                + desk.command()
                + " edit participants` corrects that. ";
    Answer status = new StatusView(desk).draw(draft, reader);
    List<JsonNode> more = new ArrayList<>(status.blocks());
    return message(
        text + proposed + "Next: fill in what is missing, plan the meeting, publish.", more);
  }

  private String name(@Nullable String user) {
    return user == null ? "nobody" : Kit.escape(desk.name(user));
  }

  /** A message of one text and what stands beneath it. */
  static SlackMessage message(String text, List<? extends JsonNode> beneath) {
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.markup(text));
    blocks.addAll(beneath);
    return new SlackMessage(Kit.cut(text, 3_000), Kit.blocks(blocks).toString());
  }
}
