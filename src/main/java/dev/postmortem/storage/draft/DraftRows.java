package dev.postmortem.storage.draft;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.SectionBody;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.storage.column.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads whole drafts: one query for each kind of part, however many drafts there are. */
record DraftRows(
    Handle handle,
    SqlSections sections,
    SqlTasks tasks,
    SqlQuestions questions,
    SqlParticipants participants) {

  /**
   * The drafts that meet the condition, oldest first.
   *
   * @param which a condition on the columns of {@code incident}, written in this package
   */
  List<Draft> select(String which, Map<String, ?> values) {
    List<Draft> bare =
        handle
            .createQuery("select * from incident where " + which + " order by id")
            .bindMap(values)
            .map((row, context) -> bare(row))
            .list();
    return bare.isEmpty() ? bare : complete(bare, new Which(handle, which, values));
  }

  private List<Draft> complete(List<Draft> bare, Which which) {
    Map<Long, List<SectionBody>> bodies = sections.of(which);
    Map<Long, List<Task>> tasksOf = tasks.of(which);
    Map<Long, List<Question>> questionsOf = questions.of(which);
    Map<Long, List<Participant>> participantsOf = participants.of(which);
    return bare.stream()
        .map(
            draft ->
                new Draft(
                    draft.id(),
                    draft.room(),
                    draft.state(),
                    draft.headline(),
                    draft.roles(),
                    draft.opened(),
                    draft.reason(),
                    draft.published(),
                    byKey(bodies.getOrDefault(draft.id(), List.of())),
                    tasksOf.getOrDefault(draft.id(), List.of()),
                    questionsOf.getOrDefault(draft.id(), List.of()),
                    participantsOf.getOrDefault(draft.id(), List.of())))
        .toList();
  }

  private static Draft bare(ResultSet row) throws SQLException {
    return new Draft(
        row.getLong("id"),
        room(row),
        State.valueOf(row.getString("state")),
        headline(row),
        roles(row),
        Times.instant(row, "opened"),
        row.getString("reason"),
        Times.instantOrNull(row, "published"),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Map<String, SectionBody> byKey(List<SectionBody> bodies) {
    return bodies.stream().collect(Collectors.toMap(SectionBody::key, Function.identity()));
  }

  private static WarRoom room(ResultSet row) throws SQLException {
    return new WarRoom(
        row.getString("team"),
        row.getString("channel"),
        row.getString("channel_name"),
        row.getBoolean("is_private"));
  }

  private static Headline headline(ResultSet row) throws SQLException {
    return new Headline(
        row.getString("title"),
        row.getString("severity"),
        Times.instant(row, "started"),
        Times.instantOrNull(row, "resolved"),
        ZoneId.of(row.getString("zone")));
  }

  private static Roles roles(ResultSet row) throws SQLException {
    return new Roles(
        row.getString("owner"), row.getString("moderator"), row.getString("note_taker"));
  }
}
