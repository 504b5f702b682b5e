package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.follow.Handover;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.follow.AskPointPerson;
import dev.postmortem.workflow.meet.ScheduleMeeting;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The letters that ask the point person, or somebody to become it. */
final class FollowLetters {
  /** What may be changed in place is counted in bytes, of which a letter takes up to three. */
  private static final int MOST = 1_200;

  private final Desk desk;
  private final AskPointPerson drafts;
  private final BiPredicate<Draft, String> mayRead;

  FollowLetters(Desk desk, BiPredicate<Draft, String> mayRead) {
    this.desk = desk;
    this.drafts = new AskPointPerson(desk);
    this.mayRead = mayRead;
  }

  /** Nothing when the draft went on meanwhile, or it is no time to write to somebody. */
  Optional<SlackMessage> nudge(Letter letter, Draft draft) {
    if (!drafts.isTimely(draft, letter.to(), letter.note())) {
      return Optional.empty();
    }
    if (!mayRead.test(draft, letter.to())) {
      return Optional.of(
          message(
              "*"
                  + draft.name()
                  + "* waits for you, its point person. Its channel is private, and you are not in"
                  + " it: ask to be invited, or let somebody there hand it over.",
              List.of()));
    }
    Missing gaps = new Missing(desk);
    List<String> missing = gaps.of(draft);
    String what =
        missing.isEmpty()
            ? gaps.meeting(draft)
                .map(meeting -> onlyTheMeeting(draft, meeting))
                .orElse("Nothing is missing: it can be published.")
            : "Still missing:\n"
                + missing.stream()
                    .map(line -> "• " + Kit.escape(line))
                    .collect(Collectors.joining("\n"));
    return Optional.of(
        message(
            title(draft) + " waits for you, its point person. " + what,
            new InBrowser(desk)
                .after(
                    List.of(Buttons.row(draft), Kit.actions("later", later(draft))),
                    draft,
                    letter.place())));
  }

  private String onlyTheMeeting(Draft draft, Meeting meeting) {
    ZoneId zone = desk.store().read(records -> ScheduleMeeting.zone(records, draft));
    return "Nothing is missing but the meeting on "
        + Printed.withWeekday(meeting.at(), zone)
        + ". After it, it can be published.";
  }

  private static ObjectNode later(Draft draft) {
    return Buttons.later(Buttons.SNOOZE, String.valueOf(draft.id()));
  }

  /** The question, as long as it stands. */
  Optional<SlackMessage> handover(Letter letter, Draft draft) {
    return offer(letter).filter(Handover::isOpen).map(offer -> asking(draft, offer));
  }

  private Optional<Handover> offer(Letter letter) {
    int number = Integer.parseInt(letter.note());
    return desk.store().read(records -> records.followups().handover(letter.incident(), number));
  }

  private SlackMessage asking(Draft draft, Handover offer) {
    boolean inside = mayRead.test(draft, offer.to());
    String by = offer.by().equals(draft.roles().owner()) ? "" : "for " + owner(draft) + " ";
    String text =
        Kit.escape(desk.name(offer.by()))
            + " asks you "
            + by
            + "to take over as point person of "
            + (inside ? title(draft) : "*" + draft.name() + "*")
            + ", "
            + draft.state().word()
            + ". You would see to it that the draft is finished, discussed and published. Until you"
            + " accept, it is still "
            + owner(draft)
            + "."
            + (inside ? "" : " Its channel is private: ask to be invited there first.");
    String value = draft.id() + "/" + offer.number();
    return message(
        text,
        List.of(
            Kit.actions(
                "handover",
                Kit.primary(Kit.button("Accept", Buttons.ACCEPT, value)),
                Kit.button("Decline", Buttons.DECLINE, value))));
  }

  /** What became of the question. */
  Optional<SlackMessage> answered(Letter letter, Draft draft) {
    return offer(letter)
        .map(
            offer ->
                switch (offer.state()) {
                  case OFFERED -> asking(draft, offer);
                  case ACCEPTED -> settled(draft, "You accepted to become point person of ");
                  case DECLINED -> settled(draft, "You declined to become point person of ");
                  case WITHDRAWN -> settled(draft, "You are no longer asked to take over ");
                });
  }

  private static SlackMessage settled(Draft draft, String what) {
    return message(what + draft.name() + ".", List.of());
  }

  private String owner(Draft draft) {
    String owner = draft.roles().owner();
    return owner.isEmpty() ? "nobody" : Kit.escape(desk.name(owner));
  }

  static String title(Draft draft) {
    return "*" + draft.name() + " " + Kit.escape(draft.headline().title()) + "*";
  }

  static SlackMessage message(String text, List<? extends JsonNode> beneath) {
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.markup(text));
    blocks.addAll(beneath);
    return new SlackMessage(Kit.cut(text, MOST), Kit.blocks(blocks).toString());
  }
}
