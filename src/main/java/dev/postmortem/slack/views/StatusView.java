package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Completeness.Lacking;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.follow.HandOver;
import dev.postmortem.workflow.publish.Gate;
import dev.postmortem.workflow.review.CheckTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a post-mortem stands and what is still missing, on one screen. */
public final class StatusView {
  private final Desk desk;
  private final DeliveryLines deliveries;

  public StatusView(Desk desk) {
    this.desk = desk;
    this.deliveries = new DeliveryLines(desk);
  }

  /**
   * The status, with the buttons that lead on.
   *
   * @param reader who alone sees it
   */
  public Answer draw(Draft draft, String reader) {
    String text = String.join("\n", lines(draft));
    Answer answer = Answer.markup(text);
    for (JsonNode block : wording(draft)) {
      answer = answer.plus(block);
    }
    Answer buttons = answer.plus(Buttons.row(draft)).plus(Buttons.review(draft));
    Answer status = InBrowser.with(buttons, new InBrowser(desk).documentIfSeen(draft, reader));
    return deliveries.isInTrouble(draft)
        ? status.plus(Kit.actions("again", Kit.button("Try again", Buttons.AGAIN, "" + draft.id())))
        : status;
  }

  /** While the incident goes on, nobody has time for words. */
  private List<JsonNode> wording(Draft draft) {
    return draft.state() == State.RESOLVED || draft.state() == State.CORRECTING
        ? new WordingList(desk).of(draft)
        : List.of();
  }

  private List<String> lines(Draft draft) {
    List<String> lines = new ArrayList<>();
    Headline head = draft.headline();
    lines.add("*" + draft.name() + " " + Kit.escape(head.title()) + "* – " + draft.state().word());
    lines.add(times(head));
    lines.add(
        "Point person "
            + name(draft.roles().owner())
            + ", moderator "
            + name(draft.roles().moderator())
            + ", note-taker "
            + name(draft.roles().noteTaker()));
    asked(draft).ifPresent(lines::add);
    lines.add(meeting(draft));
    lines.add(counts(draft));
    removed(draft).ifPresent(lines::add);
    Missing.unassigned(draft).ifPresent(lines::add);
    new ReadingHint(desk).of(draft).ifPresent(lines::add);
    if (!draft.reason().isEmpty()) {
      lines.add("Cancelled: " + Kit.escape(draft.reason()));
    }
    lines.addAll(deliveries.of(draft));
    lines.add(missing(draft));
    timeline(draft).ifPresent(lines::add);
    String left = left(draft);
    if (!left.isEmpty()) {
      lines.add("Also written, and shown after the other sections: " + Kit.escape(left));
    }
    return lines;
  }

  private Optional<String> asked(Draft draft) {
    return desk.store()
        .read(records -> HandOver.open(records, draft))
        .map(offer -> name(offer.to()) + " is asked to take over as point person");
  }

  private String times(Headline head) {
    String severity = head.severity().isEmpty() ? "" : Kit.escape(head.severity()) + ", ";
    String started = "started " + Printed.full(head.started(), head.zone());
    return head.resolved() == null
        ? severity
            + started
            + ", lasting "
            + Printed.lasting(Duration.between(head.started(), desk.now()))
        : severity
            + started
            + ", resolved "
            + Printed.full(head.resolved(), head.zone())
            + " after "
            + Printed.lasting(Duration.between(head.started(), head.resolved()));
  }

  private String name(@Nullable String user) {
    return user == null ? "nobody yet" : Kit.escape(desk.name(user));
  }

  private String meeting(Draft draft) {
    return desk.store()
        .read(records -> meeting(records, draft))
        .orElse("No meeting planned yet: `" + desk.command() + " meeting`");
  }

  private Optional<String> meeting(Records records, Draft draft) {
    return records
        .meetings()
        .of(draft.id())
        .filter(meeting -> !meeting.cancelled())
        .map(
            meeting -> {
              String at = Printed.withWeekday(meeting.at(), meeting.zone());
              return meeting.isAhead(desk.now())
                  ? "Meeting " + at + ", " + preparation(records, meeting)
                  : "The meeting was on " + at;
            });
  }

  private static String preparation(Records records, Meeting meeting) {
    Set<String> readers = records.meetings().readers(meeting.incident()).keySet();
    long read = meeting.attendees().stream().filter(readers::contains).count();
    return read
        + " of "
        + count(meeting.attendees().size(), "attendee", "attendees")
        + " "
        + (read == 1 ? "has" : "have")
        + " read the draft";
  }

  private String counts(Draft draft) {
    int entries = desk.store().read(records -> records.timelines().size(draft.id()));
    long open = draft.tasks().stream().filter(task -> task.state() == Task.State.OPEN).count();
    long unanswered = draft.questions().stream().filter(q -> q.answers().isEmpty()).count();
    return count(entries, "entry", "entries")
        + " on the timeline, "
        + count(open, "open task", "open tasks")
        + ", "
        + count(unanswered, "question", "questions")
        + " without an answer";
  }

  /** Whoever looks for a message in vain is told why. */
  private Optional<String> removed(Draft draft) {
    return desk.store()
        .read(records -> records.removals().of(draft.id()))
        .map(
            removal ->
                count(removal.messages(), "message was", "messages were")
                    + " removed on "
                    + Printed.full(removal.at(), draft.headline().zone())
                    + ", having been kept long enough. What the document is made of is kept.");
  }

  /** What is worth a look about the timeline; a long one is not gone through in passing. */
  private Optional<String> timeline(Draft draft) {
    if (!draft.state().isWritable()) {
      return Optional.empty();
    }
    OptionalInt left = new CheckTimeline(desk).count(draft);
    if (left.isPresent() && left.getAsInt() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        left.isPresent()
            ? count(left.getAsInt(), "thing", "things") + " to look at in the timeline"
            : "The timeline is long: the button below goes through it");
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** What stands in sections that the template no longer offers. */
  private String left(Draft draft) {
    return desk.sections(draft).stream()
        .filter(section -> !desk.template().sections().contains(section))
        .map(Section::title)
        .collect(Collectors.joining(", "));
  }

  /** What stands between the draft and its publication, in one sentence. */
  String missing(Draft draft) {
    return new Gate(desk).weigh(draft) instanceof Lacking lacking
        ? "Still missing: " + Kit.escape(String.join(", ", lacking.words()))
        : "Nothing is missing.";
  }
}
