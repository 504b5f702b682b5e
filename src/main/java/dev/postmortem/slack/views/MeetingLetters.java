package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.meeting.Agenda;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.timeline.Person;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.meet.Invitations;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The letters about the meeting. What is no longer true when it is sent is not said. Whoever is
 * invited without being in a private war room hears when and where, and nothing of the incident.
 */
final class MeetingLetters {
  private static final String BLAMELESS =
      "We look at what happened and what we learn from it, without blame: everybody did what made"
          + " sense to them at that moment.";

  private static final String OUTSIDE =
      "Its channel is private, and you are not in it: ask to be invited there, to read the draft"
          + " before.";

  private final Desk desk;
  private final InBrowser browser;
  private final BiPredicate<Draft, String> mayRead;

  MeetingLetters(Desk desk, BiPredicate<Draft, String> mayRead) {
    this.desk = desk;
    this.browser = new InBrowser(desk);
    this.mayRead = mayRead;
  }

  Optional<SlackMessage> invitation(Letter letter, Draft draft) {
    boolean inside = mayRead.test(draft, letter.to());
    boolean late = letter.note().contains(Invitations.LATE);
    String what =
        letter.note().startsWith(Invitations.MOVED)
            ? "*The meeting has changed.* "
            : "*You are invited.* ";
    return ahead(draft, letter)
        .filter(meeting -> meeting.attendees().contains(letter.to()))
        .map(
            meeting ->
                Letters.message(
                    what
                        + about(draft, meeting, new Reader(letter.to(), inside))
                        + "\n\n"
                        + agenda(meeting)
                        + "\n\n"
                        + BLAMELESS
                        + (!inside ? "\n\n" + OUTSIDE : late ? "\n\n" + preparation(draft) : ""),
                    inside
                        ? browser.after(
                            List.of(late ? buttons(draft, letter.to()) : preview(draft)),
                            draft,
                            letter.to())
                        : List.of()));
  }

  private static String agenda(Meeting meeting) {
    return "*Agenda*\n"
        + Agenda.of(meeting.length()).stream()
            .map(item -> "• " + item)
            .collect(Collectors.joining("\n"));
  }

  Optional<SlackMessage> reminder(Letter letter, Draft draft) {
    boolean inside = mayRead.test(draft, letter.to());
    return ahead(draft, letter)
        .filter(meeting -> meeting.attendees().contains(letter.to()))
        .map(
            meeting ->
                Letters.message(
                    "*Reminder:* "
                        + about(draft, meeting, new Reader(letter.to(), inside))
                        + "\n"
                        + (inside ? preparation(draft) : OUTSIDE),
                    inside
                        ? browser.after(List.of(buttons(draft, letter.to())), draft, letter.to())
                        : List.of()));
  }

  private String preparation(Draft draft) {
    return "Please read the draft before, and add what is missing.\n"
        + new StatusView(desk).missing(draft);
  }

  /** To the moderator, who would otherwise have to ask everybody. */
  Optional<SlackMessage> unread(Letter letter, Draft draft) {
    boolean inside = mayRead.test(draft, letter.to());
    return ahead(draft, letter)
        .map(
            meeting ->
                Letters.message(
                    about(draft, meeting, new Reader(letter.to(), inside)) + "\n" + unread(meeting),
                    inside ? List.of(preview(draft)) : List.of()));
  }

  private String unread(Meeting meeting) {
    Set<String> readers = readers(meeting.incident());
    List<String> others =
        meeting.attendees().stream().filter(user -> !readers.contains(user)).toList();
    return others.isEmpty()
        ? "Everybody who is invited has read the draft."
        : "Not read the draft yet, or not said so ("
            + others.size()
            + " of "
            + meeting.attendees().size()
            + "): "
            + others.stream().map(this::name).collect(Collectors.joining(", "))
            + ".";
  }

  Optional<SlackMessage> soon(Letter letter, Draft draft) {
    return ahead(draft, letter)
        .map(
            meeting ->
                Letters.message(
                    "*The review meeting is about to begin.* "
                        + about(draft, meeting, new Reader("", true)),
                    List.of(preview(draft))));
  }

  SlackMessage cancelled(Draft draft, Letter letter) {
    String what =
        letter.note().equals("uninvited")
            ? "You are no longer invited to the review meeting of "
            : "The review meeting is cancelled: ";
    String title =
        mayRead.test(draft, letter.to()) ? " " + Kit.escape(draft.headline().title()) : "";
    return Letters.message(what + draft.name() + title + ".", List.of());
  }

  /** The meeting that the letter is about, unless it has begun, was cancelled or was moved. */
  private Optional<Meeting> ahead(Draft draft, Letter letter) {
    boolean timed = letter.kind() != Letter.Kind.INVITATION && !letter.note().isEmpty();
    return desk.store()
        .read(records -> records.meetings().of(draft.id()))
        .filter(meeting -> !meeting.cancelled() && meeting.at().isAfter(desk.now()))
        .filter(meeting -> !timed || letter.note().equals(meeting.at().toString()));
  }

  /**
   * Who reads a letter.
   *
   * @param user a user id, empty for everybody in the war room
   * @param inside whether they may know what the post-mortem is about
   */
  private record Reader(String user, boolean inside) {}

  private String about(Draft draft, Meeting meeting, Reader reader) {
    String title = reader.inside() ? " “" + Kit.escape(draft.headline().title()) + "”" : "";
    String where = meeting.where().isEmpty() ? "" : "\nWhere: " + Kit.escape(meeting.where());
    return "Review of "
        + draft.name()
        + title
        + " on *"
        + Printed.withWeekday(meeting.at(), zone(reader.user(), meeting))
        + "*, "
        + Printed.lasting(meeting.length())
        + ". Moderator: "
        + name(draft.roles().moderator())
        + ", note-taker: "
        + name(draft.roles().noteTaker())
        + "."
        + where;
  }

  private ZoneId zone(String reader, Meeting meeting) {
    ZoneId own =
        desk.store().read(records -> records.people().find(reader)).map(Person::zone).orElse(null);
    return own == null ? meeting.zone() : own;
  }

  private String name(@Nullable String user) {
    return user == null ? "nobody yet" : Kit.escape(desk.name(user));
  }

  private Set<String> readers(long incident) {
    return desk.store().read(records -> records.meetings().readers(incident)).keySet();
  }

  /** Whoever has read it is not asked again. */
  private JsonNode buttons(Draft draft, String reader) {
    return readers(draft.id()).contains(reader)
        ? preview(draft)
        : Kit.actions("pm", draftButton(draft), Buttons.read(draft));
  }

  private static JsonNode preview(Draft draft) {
    return Kit.actions("pm", draftButton(draft));
  }

  private static ObjectNode draftButton(Draft draft) {
    return Kit.button("Read the draft", Buttons.PREVIEW, String.valueOf(draft.id()));
  }
}
