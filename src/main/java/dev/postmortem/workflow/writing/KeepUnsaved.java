package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Unsaved;
import dev.postmortem.workflow.Desk;
import java.util.List;
import java.util.Map;

/**
 * Keeps what somebody typed into a window that was closed without saving it, until they save it or
 * throw it away. Nobody else sees it, and no document holds it.
 */
public final class KeepUnsaved {
  private final Desk desk;

  public KeepUnsaved(Desk desk) {
    this.desk = desk;
  }

  /** Keeps texts by the key of their section; a later one takes the place of an earlier one. */
  public void keep(Draft draft, String by, Map<String, Words> texts) {
    desk.store()
        .change(
            records ->
                texts.forEach(
                    (section, words) ->
                        records
                            .unsaved()
                            .save(
                                draft.id(),
                                by,
                                new Unsaved.Text(section, words.raw(), desk.now()))));
  }

  /** What a person has not saved yet. */
  public List<Unsaved.Text> of(Draft draft, String by) {
    return desk.store().read(records -> records.unsaved().of(draft.id(), by));
  }

  /** It is saved, or nobody wants it any more. */
  public void forget(Draft draft, String by, Iterable<String> sections) {
    desk.store()
        .change(records -> sections.forEach(key -> records.unsaved().remove(draft.id(), by, key)));
  }
}
