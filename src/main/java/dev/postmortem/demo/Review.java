package dev.postmortem.demo;

import dev.postmortem.demo.Incident.Ending;
import dev.postmortem.meeting.Policy;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.slack.modals.EditModal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the point person does when the incident is over: write, meet, publish. */
final class Review {
  private static final Duration A_LOOK = Duration.ofMinutes(1);
  private static final String WHY = "The reason to publish it all the same";
  private final House house;
  private final Show show;
  private final Ending after;
  private final ZoneId zone;
  private final Filling filling;

  Review(House house, Show show, Ending after, ZoneId zone) {
    this.house = house;
    this.show = show;
    this.after = after;
    this.zone = zone;
    filling = new Filling(house, after.owner());
  }

  private Member owner() {
    return after.owner();
  }

  /** The message that the bot sent to the point person when the incident was resolved. */
  private Message letter() {
    return owner().dm().sees("you are its point person");
  }

  /** Fills in the sections, page by page, from the button in the direct message. */
  void write(Map<String, String> sections, String severity) {
    phase(owner().realName() + " fills in the sections");
    owner().clicks(letter(), "Fill in");
    Modal draft = owner().modal();
    Map<String, String> left = new LinkedHashMap<>(sections);
    if (!severity.isEmpty()) {
      turn(draft, draft.options(EditModal.TURN).get(0));
      draft.choose("Severity", severity);
    }
    for (String page : draft.options(EditModal.TURN)) {
      if (!left.isEmpty() && !page.equals("Timeline")) {
        turn(draft, page);
        writeHere(draft, left);
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("there is no place for " + left.keySet());
    }
    filling.submit(draft);
  }

  private void turn(Modal draft, String page) {
    draft.choose(EditModal.TURN, page);
    house.settle();
    show.pause(A_LOOK);
  }

  /** What stands in a field already is kept. */
  private static void writeHere(Modal draft, Map<String, String> left) {
    for (String label : draft.inputs()) {
      left.entrySet()
          .removeIf(
              section -> {
                boolean here = label.startsWith(section.getKey());
                if (here) {
                  String before = draft.value(label);
                  String text = (before.isBlank() ? "" : before + "\n\n") + section.getValue();
                  draft.writes(label, RichWords.of(text));
                }
                return here;
              });
    }
  }

  /** Plans the meeting at the time that the bot proposes. */
  Instant plan(Member moderator, Member noteTaker, String where) {
    phase("The review meeting is planned");
    owner().clicks(letter(), "Meeting");
    Modal modal = owner().modal("Plan the meeting");
    modal.pickUser("Moderator", moderator).pickUser("Note-taker", noteTaker).fill("Where", where);
    Instant at = Instant.ofEpochSecond(Long.parseLong(modal.value("When")));
    filling.submit(modal);
    return at;
  }

  /** The day before, everybody invited hears of it once more. */
  void isReminded(Instant meeting) {
    house.until(Policy.DEFAULT.reminderOf(meeting));
    house.settle();
    owner().dm().sees("Reminder");
    phase("Everybody invited is reminded of the meeting");
    show.pause(A_LOOK);
  }

  /**
   * Looks at the document, and sends it through the gate.
   *
   * @param allTheSame why something may be missing, empty when nothing may
   */
  void publish(String allTheSame) {
    phase("The preview, and the publication");
    owner().in(after.room()).types("/pm preview");
    house.settle();
    show.pause(A_LOOK);
    owner().in(after.room()).types("/pm publish");
    Modal gate = owner().modal();
    if (!allTheSame.isEmpty() && gate.inputs().contains(WHY)) {
      gate.fill(WHY, allTheSame);
    } else if (!gate.title().equals("Publish")) {
      throw new IllegalStateException("it is not ready to be published: " + gate.text());
    }
    filling.submit(gate);
  }

  private void phase(String title) {
    show.phase(house.now(), zone, title);
  }
}
