package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Place;
import dev.postmortem.workflow.writing.AddNote;
import dev.postmortem.workflow.writing.AmendEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Says when an incident was noticed, or when it got better: by an entry there is, or a new one. */
public final class MilestoneModal implements Modal {
  private static final String DETECTED = "detected";
  private static final int OFFERED = 60;
  private static final int LONGEST = 75;
  private final Desk desk;
  private final AmendEntry amend;
  private final AddNote notes;
  private final Wordings wordings;
  private final Consumer<Form> changed;

  /** The modal; {@code changed} brings the view below up to date. */
  public MilestoneModal(Desk desk, Wordings wordings, Consumer<Form> changed) {
    this.desk = desk;
    this.amend = new AmendEntry(desk);
    this.notes = new AddNote(desk);
    this.wordings = wordings;
    this.changed = changed;
  }

  @Override
  public String callback() {
    return "pm_milestone";
  }

  /**
   * The modal.
   *
   * @param about {@code detected}; else it is about getting better
   */
  public ObjectNode draw(Draft draft, String about) {
    boolean first = about.equals(DETECTED);
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    metadata.put("about", about);
    List<Inputs.Choice> choices =
        entries(draft, first).stream().map(entry -> choice(draft, entry)).toList();
    String what = first ? "it was noticed" : "it got better";
    return Inputs.modal(
        new Inputs.Frame(
            callback(),
            first ? "When was it noticed?" : "When did it get better?",
            "Save",
            metadata),
        fields(choices, what));
  }

  private static List<ObjectNode> fields(List<Inputs.Choice> choices, String what) {
    List<ObjectNode> fields = new ArrayList<>();
    if (!choices.isEmpty()) {
      String label = "Which entry says that " + what + "?";
      fields.add(Inputs.optional("entry", label, Inputs.select(choices, null)));
    }
    fields.add(Inputs.optional("words", "Or write down how " + what, Inputs.line("")));
    fields.add(Inputs.optional("at", "and when", Inputs.moment(null)));
    return fields;
  }

  /** The earliest for the beginning, the latest for the end. */
  private List<Entry> entries(Draft draft, boolean first) {
    return desk
        .store()
        .read(
            records -> {
              int size = records.timelines().size(draft.id());
              int skip = first ? Math.max(0, size - OFFERED) : 0;
              return records.timelines().latest(draft.id(), skip, OFFERED);
            })
        .stream()
        .filter(entry -> !entry.amendment().hidden() && entry.key().ts().length() <= LONGEST)
        .toList();
  }

  private Inputs.Choice choice(Draft draft, Entry entry) {
    String words =
        Printed.brief(entry.at(), draft.headline().zone())
            + " "
            + TimelineModal.author(entry.message(), wordings)
            + ": "
            + wordings.read(entry.raw()).replaceAll("\\s+", " ");
    return new Inputs.Choice(entry.key().ts(), words);
  }

  @Override
  public Reply submitted(Form form) {
    Optional<Draft> draft = desk.find(form.which());
    if (draft.isEmpty()) {
      return Reply.CLOSE;
    }
    Optional<String> chosen = form.choice("entry");
    if (chosen.isEmpty() && form.text("words").isEmpty()) {
      return Reply.fault("words", "Choose an entry, or write down what happened.");
    }
    Optional<Reply> fault =
        EditModal.fault(
            chosen.isPresent() ? mark(draft.get(), form, chosen.get()) : note(draft.get(), form),
            "words");
    if (fault.isEmpty()) {
      changed.accept(form);
    }
    return fault.orElse(Reply.CLOSE);
  }

  private Outcome note(Draft draft, Form form) {
    Instant at = form.moment("at").orElseGet(desk::now);
    if (at.isAfter(desk.now())) {
      return new Outcome.Refused("That is in the future. When did it happen?");
    }
    String once = form.view();
    Place place = new Place(draft.room().team(), draft.room().channel(), form.user());
    Outcome noted = notes.add(place, once, at, wordings.plain(form.text("words")));
    return noted instanceof Outcome.Refused ? noted : mark(draft, form, "note-" + once);
  }

  private Outcome mark(Draft draft, Form form, String ts) {
    MessageKey key = new MessageKey(draft.room().team(), draft.room().channel(), ts);
    String tag =
        form.metadata().path("about").asText().equals(DETECTED) ? "symptom" : "remediation";
    Set<String> tags =
        new HashSet<>(
            desk.store()
                .read(records -> records.timelines().find(draft.id(), key))
                .map(Entry::tags)
                .orElseGet(TreeSet::new));
    tags.add(tag);
    return amend.tag(form.which(), key, form.user(), tags);
  }
}
