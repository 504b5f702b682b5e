package dev.postmortem.workflow.publish;

import dev.postmortem.document.Composer;
import dev.postmortem.document.Composer.Material;
import dev.postmortem.document.Document;
import dev.postmortem.document.Permalinks;
import dev.postmortem.document.Wording;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.timeline.Names;
import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.KnownNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the document together from what is kept. It needs no network. */
public final class ComposeDocument {
  private final Desk desk;
  private final Wording wording;

  public ComposeDocument(Desk desk, Wording wording) {
    this.desk = desk;
    this.wording = wording;
  }

  /** The document as it stands; its pictures are links. */
  public Document compose(Draft draft) {
    return desk.store()
        .read(records -> compose(records, draft, Album.ofLinks(wording, records, draft)));
  }

  /** The document as it stands, in a form that holds its pictures if any does. */
  public byte[] write(Draft draft, Form form) {
    return form.write(form == Form.HTML ? illustrated(draft) : compose(draft));
  }

  /** The document as it stands, with the bytes of its pictures. */
  public Document illustrated(Draft draft) {
    return desk.store()
        .read(records -> compose(records, draft, Album.ofBytes(wording, records, draft)));
  }

  /** A document in which nothing has been written yet. */
  public Document empty(Draft sample) {
    Draft bare =
        new Draft(
            sample.id(),
            sample.room(),
            sample.state(),
            sample.headline(),
            sample.roles(),
            sample.opened(),
            "",
            null,
            Map.of(),
            List.of(),
            List.of(),
            List.of());
    return desk.store()
        .read(
            records ->
                composer(records, sample.room().team(), wording)
                    .compose(desk.template(), new Material(bare, List.of(), Map.of(), 0, null)));
  }

  private Document compose(Records records, Draft draft, Wording album) {
    Meeting meeting =
        records.meetings().of(draft.id()).filter(found -> !found.cancelled()).orElse(null);
    Material material =
        new Material(
            draft,
            records.timelines().of(draft.id()),
            records.timelines().revisions(draft.id()),
            records.timelines().deleted(draft.id()),
            meeting,
            records.waivers().of(draft.id()),
            records.removals().of(draft.id()).orElse(null));
    return composer(records, draft.room().team(), album).compose(desk.template(), material);
  }

  private static Composer composer(Records records, String team, Wording wording) {
    Names names = new KnownNames(records);
    String url = records.directory().name(Directory.ADDRESS + team).orElse("");
    Permalinks links =
        url.isEmpty() ? (key, thread) -> java.util.Optional.empty() : Permalinks.at(url);
    Map<String, Person> people = new HashMap<>();
    return new Composer(
        wording, id -> people.computeIfAbsent(id, key -> person(records, key)), names, links);
  }

  private static Person person(Records records, String id) {
    return records.people().find(id).orElseGet(() -> Person.unknown(id));
  }
}
