package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.timeline.Person;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The letters about the meeting. */
final class MeetingLetters {
  private final Desk desk;

  MeetingLetters(Desk desk) {
    this.desk = desk;
  }

  Optional<SlackMessage> invitation(Letter letter, Draft draft) {
    return standing(draft)
        .filter(meeting -> meeting.attendees().contains(letter.to()))
        .map(
            meeting -> {
              String what =
                  letter.note().equals("moved")
                      ? "*The meeting has changed.* "
                      : "*You are invited.* ";
              String why =
                  "We look at what happened and what we learn from it, without blame: everybody did what made sense to"
                      + " them at that moment.";
              return Letters.message(
                  what + about(draft, meeting, letter.to()) + "\n" + why, List.of(preview(draft)));
            });
  }

  Optional<SlackMessage> reminder(Letter letter, Draft draft) {
    return standing(draft)
        .filter(meeting -> meeting.attendees().contains(letter.to()))
        .filter(meeting -> meeting.at().isAfter(desk.now()))
        .map(
            meeting ->
                Letters.message(
                    "*Reminder:* "
                        + about(draft, meeting, letter.to())
                        + "\nPlease read the draft before, and add what is missing.",
                    List.of(preview(draft))));
  }

  SlackMessage cancelled(Draft draft, Letter letter) {
    String what =
        letter.note().equals("uninvited")
            ? "You are no longer invited to the review meeting of "
            : "The review meeting is cancelled: ";
    return Letters.message(
        what + draft.name() + " " + Kit.escape(draft.headline().title()) + ".", List.of());
  }

  private Optional<Meeting> standing(Draft draft) {
    return desk.store()
        .read(records -> records.meetings().of(draft.id()))
        .filter(meeting -> !meeting.cancelled());
  }

  private String about(Draft draft, Meeting meeting, String reader) {
    String where = meeting.where().isEmpty() ? "" : "\nWhere: " + Kit.escape(meeting.where());
    return "Review of "
        + draft.name()
        + " “"
        + Kit.escape(draft.headline().title())
        + "” on *"
        + Printed.withWeekday(meeting.at(), zone(reader, meeting))
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

  private static JsonNode preview(Draft draft) {
    return Kit.actions(
        "pm", Kit.button("Read the draft", Buttons.PREVIEW, String.valueOf(draft.id())));
  }
}
