package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.Desk;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every modal, drawn from what is kept at the moment it is shown. */
public final class Screens {
  private final Desk desk;
  private final Modals modals;
  private final @Nullable ZoneId fixedZone;

  /**
   * The screens.
   *
   * @param fixedZone the zone of new post-mortems, null to take the person's own
   */
  public Screens(Desk desk, Modals modals, @Nullable ZoneId fixedZone) {
    this.desk = desk;
    this.modals = modals;
    this.fixedZone = fixedZone;
  }

  /** The modals that can be submitted. */
  public List<Modal> all() {
    return List.of(
        modals.start(),
        modals.edit(),
        modals.entry(),
        modals.add(),
        modals.task(),
        modals.drop(),
        modals.answer(),
        modals.meeting(),
        modals.milestone(),
        modals.publish());
  }

  public ObjectNode start(@Nullable WarRoom room, String asker, Instant since) {
    return modals.start().draw(room, asker, zone(asker), since);
  }

  /** The zone of a post-mortem that this person opens. */
  public ZoneId zone(String user) {
    return fixedZone != null ? fixedZone : zoneOf(user);
  }

  private ZoneId zoneOf(String user) {
    Optional<ZoneId> own =
        desk.store().read(records -> records.people().find(user)).map(Person::zone);
    return own.orElse(ZoneOffset.UTC);
  }

  public ObjectNode edit(Draft draft, Optional<Section> section) {
    return modals.edit().draw(draft, section);
  }

  /** The edit modal on the page of that name. */
  public ObjectNode editPage(Draft draft, String page) {
    return modals.edit().draw(draft, page);
  }

  /** What somebody typed and did not save. */
  public ObjectNode unsaved(Draft draft, String user) {
    return modals.edit().restored(draft, user);
  }

  /** The window was closed; answers with the sections whose words are kept. */
  public List<String> closed(Form form) {
    return form.callback().equals(modals.edit().callback())
        ? modals.edit().closed(form)
        : List.of();
  }

  /** What a person typed and did not save is thrown away. */
  public void forget(Draft draft, String user) {
    modals.edit().forget(draft, user);
  }

  public ObjectNode checkup(Draft draft) {
    return modals.checkup().draw(draft);
  }

  public ObjectNode milestone(Draft draft, String about) {
    return modals.milestone().draw(draft, about);
  }

  public ObjectNode history(Draft draft, int page) {
    return modals.history().draw(draft, page);
  }

  /** The edit modal on another page, after what was typed on this one is kept. */
  public ObjectNode turn(Form form, String page) {
    return modals.edit().turn(form, page);
  }

  public ObjectNode timeline(Draft draft, int page) {
    return modals.timeline().draw(draft, page);
  }

  /** The modal of an entry, or the timeline when the entry is gone. */
  public ObjectNode entry(Draft draft, String ts, int page) {
    MessageKey key = new MessageKey(draft.room().team(), draft.room().channel(), ts);
    Optional<Entry> entry = desk.store().read(records -> records.timelines().find(draft.id(), key));
    return entry
        .map(found -> modals.entry().draw(draft, found, page))
        .orElseGet(() -> modals.timeline().draw(draft, page));
  }

  public ObjectNode add(Draft draft, MessageKey key, String words) {
    return modals.add().draw(draft, key, words);
  }

  public ObjectNode newTask(Draft draft, String words, MessageKey source) {
    return modals.task().draw(draft, words, source);
  }

  public ObjectNode task(Draft draft, Task task) {
    return modals.task().draw(draft, task);
  }

  /** Asks why a task will not be done, after a click in the message there. */
  public ObjectNode drop(Draft draft, Task task, String channel, String ts) {
    return modals.drop().draw(draft, task, channel, ts);
  }

  public ObjectNode question(Draft draft, Question question) {
    return modals.answer().draw(draft, question);
  }

  public ObjectNode meeting(Draft draft) {
    return modals.meeting().draw(draft);
  }

  public ObjectNode publish(Draft draft) {
    return modals.publish().draw(draft);
  }

  /** The modals. */
  public record Modals(
      StartModal start,
      EditModal edit,
      TimelineModal timeline,
      EntryModal entry,
      AddModal add,
      TaskModal task,
      DropModal drop,
      AnswerModal answer,
      MeetingModal meeting,
      PublishModal publish,
      CheckupModal checkup,
      MilestoneModal milestone,
      HistoryModal history) {}
}
