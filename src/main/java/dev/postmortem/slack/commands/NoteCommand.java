package dev.postmortem.slack.commands;

import dev.postmortem.draft.Draft;
import dev.postmortem.slack.commands.Commands.Misused;
import dev.postmortem.slack.modals.Wordings;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.timeline.SpokenTime;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.writing.AddNote;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code note}: an entry of the timeline that nobody said aloud. */
final class NoteCommand implements Command {
  private final Desk desk;
  private final AddNote notes;
  private final Wordings wordings;
  private final Refusals refusals;

  NoteCommand(Desk desk, AddNote notes, Wordings wordings) {
    this.desk = desk;
    this.notes = notes;
    this.wordings = wordings;
    this.refusals = new Refusals(desk);
  }

  @Override
  public Usage usage() {
    return new Usage(
        "note",
        "[TIME] TEXT",
        "puts an entry on the timeline, back-dated if a time is given",
        "note 14:05 rolled back to 1.4.2");
  }

  @Override
  public Answer run(Asked asked) {
    return refusals.with(asked, usage(), draft -> note(asked, draft));
  }

  private Answer note(Asked asked, Draft draft) {
    Optional<SpokenTime> time = Typed.time(asked.words(), desk.now(), draft.headline().zone());
    if (time.isEmpty() && Typed.startsLikeTime(asked.words())) {
      throw new Misused("That time does not exist or is still to come; nothing was noted.");
    }
    String text = time.map(SpokenTime::rest).orElse(asked.words());
    if (text.isBlank()) {
      throw new Misused("There is nothing to note yet.");
    }
    return add(asked, time.map(SpokenTime::at).orElse(null), text);
  }

  private Answer add(Asked asked, @Nullable Instant at, String text) {
    return refusals.of(
        asked, usage(), notes.add(asked.place(), asked.once(), at, wordings.typed(text)));
  }
}
