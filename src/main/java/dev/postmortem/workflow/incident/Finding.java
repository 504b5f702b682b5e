package dev.postmortem.workflow.incident;

import dev.postmortem.document.TextRenderer;
import dev.postmortem.document.Wording;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Remark;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Names;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Rooms;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lists and searches the post-mortems that somebody may see: a private war room's only by its
 * members.
 */
public final class Finding {
  private final Desk desk;
  private final Rooms rooms;
  private final Wording wording;

  /** Finds; the wording reads entries that were put into other words. */
  public Finding(Desk desk, Rooms rooms, Wording wording) {
    this.desk = desk;
    this.rooms = rooms;
    this.wording = wording;
  }

  /** All that the person may see, newest first. */
  public List<Draft> all(String team, String user) {
    return visible(team, user, draft -> true);
  }

  /** Those whose title, sections or timeline hold the text, in any case, newest first. */
  public List<Draft> search(String team, String user, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return visible(
        team,
        user,
        draft ->
            desk.store()
                .read(
                    records ->
                        words(records, draft).anyMatch(s -> s.contains(wanted))
                            || records.timelines().says(draft.id(), wanted)));
  }

  /** Whether the person may see this one. */
  public boolean mayRead(Draft draft, String user) {
    return !draft.room().isPrivate() || rooms.hasMember(draft.room().channel(), user);
  }

  private List<Draft> visible(String team, String user, Predicate<Draft> wanted) {
    return desk.store().read(records -> records.drafts().all(team)).stream()
        .filter(wanted)
        .filter(draft -> mayRead(draft, user))
        .toList();
  }

  private Stream<String> words(Records records, Draft draft) {
    Stream<String> own = Stream.of(draft.name(), draft.headline().title(), draft.room().name());
    Stream<String> sections =
        draft.bodies().values().stream()
            .flatMap(body -> body.remarks().stream())
            .map(Remark::plain);
    Stream<String> tasks = draft.tasks().stream().map(task -> task.plain());
    Stream<String> questions = draft.questions().stream().map(question -> question.plain());
    Stream<String> rewritten =
        records.timelines().rewritten(draft.id()).stream()
            .filter(entry -> !entry.amendment().hidden())
            .map(this::shown);
    return Stream.of(own, sections, tasks, questions, rewritten)
        .flatMap(part -> part)
        .map(part -> part.toLowerCase(Locale.ROOT));
  }

  /** What was put into other words is not found by the words that were taken out. */
  private String shown(Entry entry) {
    return new TextRenderer().words(wording.read(entry.raw(), Names.NONE));
  }
}
