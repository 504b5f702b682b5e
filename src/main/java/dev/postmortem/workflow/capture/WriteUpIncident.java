package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.State;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.Desk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes up an incident from what was recorded of it, long after it was over. Nobody is told, and
 * nobody is said to have been its point person.
 */
public final class WriteUpIncident {
  private final Desk desk;

  public WriteUpIncident(Desk desk) {
    this.desk = desk;
  }

  /** Keeps what is known of the workspace: its people, and the names of its channels by id. */
  public void know(Collection<Person> people, Map<String, String> names) {
    desk.store()
        .change(
            records -> {
              people.forEach(records.people()::save);
              names.forEach(records.directory()::save);
            });
  }

  /**
   * Opens the draft.
   *
   * @param headline what was said before its start is left out
   */
  public Draft open(WarRoom room, Headline headline) {
    Draft draft = Draft.opened(room, headline, new Roles("", null, null), desk.now());
    return desk.store().write(records -> records.drafts().add(draft));
  }

  /** Keeps some of what was recorded. */
  public void keep(List<Happening> happenings) {
    desk.store().change(records -> new KeepTogether(records).keep(happenings));
  }

  /** Ends the reading: from when to when the incident went on is known now. */
  public Draft close(Draft draft, Instant started, Instant resolved) {
    Headline now = draft.headline().withStarted(started).withResolved(resolved);
    return desk.store()
        .write(
            records -> {
              Draft kept = records.drafts().forChange(draft.id()).orElse(draft);
              Draft over = kept.with(now).with(State.RESOLVED);
              records.drafts().save(over);
              return over;
            });
  }
}
