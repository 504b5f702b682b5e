package dev.postmortem.storage.catalog;

import dev.postmortem.draft.catalog.Query;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.storage.column.AnyOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A choice of post-mortems: the one place that says who may see what. Every question to the library
 * begins with one.
 */
final class Choice {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,64}");

  private static final String FROM = " from incident i where ";

  /** What is said since the shelf was last brought up to date is looked at itself. */
  private static final String TOOK_PART =
      """
      (i.owner = %1$s or i.moderator = %1$s or i.note_taker = %1$s
        or exists (select 1 from participant p
          where p.incident = i.id and p.person = %1$s and not p.removed)
        or exists (select 1 from attendee a where a.incident = i.id and a.person = %1$s)
        or exists (select 1 from shelf_voice v where v.incident = i.id and v.person = %1$s)
        or (i.capturing is not null and exists (
          select 1 from entry e where e.incident = i.id and e.author = %1$s
          and e.deleted_at is null and e.said > coalesce(
            (select s.said from shelf s where s.incident = i.id), :epoch))))""";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private Choice() {}

  /** All that somebody may see. */
  static Choice of(Reader reader) {
    Choice choice = new Choice();
    choice.and("i.team = :team", Map.of("team", reader.team()));
    choice.rooms(reader);
    if (!reader.inSlack()) {
      choice.values.put("reader", reader.person());
      choice.values.put("epoch", Instant.EPOCH);
      String part = TOOK_PART.formatted(":reader");
      choice.conditions.add("(i.state in ('PUBLISHED', 'CORRECTING') or " + part + ")");
    }
    return choice;
  }

  /**
   * The ids stand in the statement itself: what a database knows while it plans it looks up in a
   * set, and parameters it compares one after the other, for each private room. What is not spelt
   * like an id is none.
   */
  private void rooms(Reader reader) {
    List<String> ids = reader.rooms().stream().filter(ID.asMatchPredicate()).sorted().toList();
    if (ids.isEmpty()) {
      conditions.add("not i.is_private");
    } else {
      String in = ids.stream().collect(Collectors.joining("', '", "('", "')"));
      conditions.add("(not i.is_private or i.channel in " + in + ")");
    }
  }

  /** Of these, what meets the query; its words are not looked at. */
  Choice with(Query query) {
    day("i.started >= ", "from", query.from());
    LocalDate to = query.to();
    day("i.started < ", "before", to == null ? null : to.plusDays(1));
    if (!query.severity().isBlank()) {
      and("lower(i.severity) = lower(:severity)", Map.of("severity", query.severity().strip()));
    }
    if (query.state() != null) {
      and("i.state = :state", Map.of("state", query.state().name()));
    }
    if (!query.person().isBlank()) {
      and(TOOK_PART.formatted(":person"), Map.of("person", query.person(), "epoch", Instant.EPOCH));
    }
    if (!query.tag().isBlank()) {
      String tagged = "i.id in (select tag.incident from shelf_tag tag where tag.tag = :tag)";
      and(tagged, Map.of("tag", query.tag()));
    }
    return this;
  }

  private void day(String condition, String name, @Nullable LocalDate day) {
    if (day != null) {
      and(condition + ":" + name, Map.of(name, day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
  }

  /** Of these, what meets another condition on {@code i}. */
  Choice and(String condition, Map<String, ?> its) {
    conditions.add(condition);
    values.putAll(its);
    return this;
  }

  /** Of these, those with these ids, of which there is at least one. */
  Choice among(Collection<Long> ids) {
    conditions.add("i.id in " + places("id", ids));
    return this;
  }

  private String places(String name, Collection<?> some) {
    List<?> all = AnyOf.values(some);
    IntStream.range(0, all.size()).forEach(n -> values.put(name + n, all.get(n)));
    return IntStream.range(0, all.size())
        .mapToObj(n -> ":" + name + n)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Selects these columns of the choice, in this order. */
  org.jdbi.v3.core.statement.Query select(Handle handle, String columns, String tail) {
    return handle.createQuery("select " + columns + FROM + where() + tail).bindMap(values);
  }

  /** The parts of the choice: a statement with {@code %s} where the ids of the chosen stand. */
  org.jdbi.v3.core.statement.Query parts(Handle handle, String sql) {
    return handle.createQuery(sql.formatted("(select i.id" + FROM + where() + ")")).bindMap(values);
  }

  private String where() {
    return String.join(" and ", conditions);
  }
}
