package dev.postmortem.storage.catalog;

import dev.postmortem.draft.Task;
import dev.postmortem.draft.catalog.Fact;
import dev.postmortem.storage.column.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what can be counted: one query for each kind of part, however many incidents there are. */
final class Facts {
  private static final String BARE =
      Cards.COLUMNS
          + """
          , (select s.detected from shelf s where s.incident = i.id) as detected,
            (select s.mitigated from shelf s where s.incident = i.id) as mitigated,
            (select m.starts from meeting m where m.incident = i.id and not m.cancelled) as met""";

  private static final String TASKS =
      """
      select t.incident, t.number, t.due, t.state, t.settled, coalesce(t.made, n.opened) as made
      from task t join incident n on n.id = t.incident
      where t.incident in %s order by t.incident, t.number
      """;

  private static final String FACTORS =
      """
      select r.incident, r.section, r.plain from remark r
      where r.section in ('hypothesis', 'contributing_factors', 'learned')
        and r.revision = (select max(b.revision) from section_body b
          where b.incident = r.incident and b.section = r.section)
        and r.incident in %s
      order by r.incident, r.section, r.position
      """;

  private final Handle handle;
  private final Choice choice;

  Facts(Handle handle, Choice choice) {
    this.handle = handle;
    this.choice = choice;
  }

  List<Fact> all() {
    Map<Long, List<Fact.Duty>> tasks = tasks();
    Map<Long, Map<String, String>> factors = factors();
    return choice
        .select(handle, BARE, " order by i.started, i.id")
        .map(
            (row, context) ->
                new Fact(
                    Cards.card(row),
                    Times.instantOrNull(row, "detected"),
                    Times.instantOrNull(row, "mitigated"),
                    Times.instantOrNull(row, "met"),
                    tasks.getOrDefault(row.getLong("id"), List.of()),
                    factors.getOrDefault(row.getLong("id"), Map.of())))
        .list();
  }

  private Map<Long, List<Fact.Duty>> tasks() {
    return choice
        .parts(handle, TASKS)
        .map((row, context) -> Map.entry(row.getLong("incident"), duty(row)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Fact.Duty duty(ResultSet row) throws SQLException {
    Instant settled = Times.instantOrNull(row, "settled");
    return new Fact.Duty(
        row.getInt("number"),
        Times.dateOrNull(row, "due"),
        Task.State.valueOf(row.getString("state")),
        Times.instant(row, "made"),
        settled);
  }

  private Map<Long, Map<String, String>> factors() {
    Map<Long, Map<String, String>> found = new HashMap<>();
    choice
        .parts(handle, FACTORS)
        .map(
            (row, context) ->
                new Written(
                    row.getLong("incident"), row.getString("section"), row.getString("plain")))
        .forEach(
            one ->
                found
                    .computeIfAbsent(one.incident(), any -> new HashMap<>())
                    .merge(one.section(), one.plain(), (a, b) -> a + "\n" + b));
    return found;
  }

  private record Written(long incident, String section, String plain) {}
}
