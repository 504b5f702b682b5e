package dev.postmortem.storage.catalog;

import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.Catalog;
import dev.postmortem.draft.catalog.Choices;
import dev.postmortem.draft.catalog.Fact;
import dev.postmortem.draft.catalog.OpenTask;
import dev.postmortem.draft.catalog.Query;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.storage.column.Times;
import dev.postmortem.storage.draft.SqlTasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The library in tables. A page takes few statements, however many post-mortems there are: first
 * the ids of those that match, then the cards of the page.
 */
public final class SqlCatalog implements Catalog {
  private static final String NEWEST_FIRST = " order by i.started desc, i.id desc";
  private static final String PAGE = " offset :offset rows fetch first :limit rows only";

  private static final String OPEN_TASKS =
      """
      select t.*, n.title, n.team, n.channel, n.channel_name, n.is_private, n.opened
      from task t join incident n on n.id = t.incident
      where t.state = 'OPEN' and n.state <> 'CANCELLED' and t.incident in %s""";

  private static final String LONGEST_OVERDUE = " order by t.due, t.incident, t.number";

  private final Handle handle;

  public SqlCatalog(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<Card> find(Reader reader, Query query, int offset, int limit) {
    return cards(reader, page(reader, query, offset, limit));
  }

  private List<Long> page(Reader reader, Query query, int offset, int limit) {
    if (!query.text().isBlank()) {
      return matching(reader, query).stream().skip(offset).limit(limit).toList();
    }
    return Choice.of(reader)
        .with(query)
        .select(handle, "i.id", NEWEST_FIRST + PAGE)
        .bind("offset", offset)
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public int count(Reader reader, Query query) {
    return query.text().isBlank()
        ? Choice.of(reader).with(query).select(handle, "count(*)", "").mapTo(Integer.class).one()
        : matching(reader, query).size();
  }

  /** Where words are looked for, all that match are told apart first; an id takes eight bytes. */
  private List<Long> matching(Reader reader, Query query) {
    List<Long> ids =
        Choice.of(reader).with(query).select(handle, "i.id", NEWEST_FIRST).mapTo(Long.class).list();
    return new Search(handle, query.text()).among(ids);
  }

  private List<Card> cards(Reader reader, List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : Choice.of(reader)
            .among(ids)
            .select(handle, Cards.COLUMNS, NEWEST_FIRST)
            .map((row, context) -> Cards.card(row))
            .list();
  }

  @Override
  public Optional<Card> card(Reader reader, long id) {
    return cards(reader, List.of(id)).stream().findFirst();
  }

  @Override
  public List<OpenTask> openTasks(Reader reader, int offset, int limit) {
    return openTasks(
        Choice.of(reader)
            .parts(handle, OPEN_TASKS + LONGEST_OVERDUE + PAGE)
            .bind("offset", offset)
            .bind("limit", limit));
  }

  @Override
  public List<OpenTask> openTasksOf(Reader reader, String owner, int limit) {
    return openTasks(
        Choice.of(reader)
            .parts(handle, OPEN_TASKS + " and t.owner = :owner" + LONGEST_OVERDUE + PAGE)
            .bind("owner", owner)
            .bind("offset", 0)
            .bind("limit", limit));
  }

  private static List<OpenTask> openTasks(org.jdbi.v3.core.statement.Query query) {
    return query.map((row, context) -> openTask(row)).list();
  }

  private static OpenTask openTask(ResultSet row) throws SQLException {
    Instant made = Times.instantOrNull(row, "made");
    return new OpenTask(
        row.getLong("incident"),
        row.getString("title"),
        Cards.room(row),
        SqlTasks.task(row),
        made == null ? Times.instant(row, "opened") : made);
  }

  /** Sorted here, because the order of texts differs between databases. */
  @Override
  public Choices choices(Reader reader) {
    Set<String> severities = new TreeSet<>();
    Set<String> persons = new TreeSet<>(words(reader, "person from participant where not removed"));
    Choice.of(reader)
        .select(handle, "i.severity, i.owner, i.moderator, i.note_taker", "")
        .map(
            (row, context) ->
                new String[] {
                  row.getString("severity"),
                  row.getString("owner"),
                  row.getString("moderator"),
                  row.getString("note_taker")
                })
        .forEach(
            row -> {
              severities.add(row[0]);
              Stream.of(row).skip(1).filter(Objects::nonNull).forEach(persons::add);
            });
    severities.remove("");
    persons.remove("");
    Set<String> tags = new TreeSet<>(words(reader, "tag from shelf_tag where true"));
    return new Choices(List.copyOf(severities), List.copyOf(tags), List.copyOf(persons));
  }

  private List<String> words(Reader reader, String column) {
    return Choice.of(reader)
        .parts(handle, "select distinct " + column + " and incident in %s")
        .mapTo(String.class)
        .list();
  }

  @Override
  public List<Fact> facts(Reader reader, Instant from, Instant to) {
    Choice choice =
        Choice.of(reader)
            .and("i.started >= :from and i.started < :to", Map.of("from", from, "to", to));
    return new Facts(handle, choice).all();
  }

  @Override
  public List<String> privateRooms(String team) {
    return handle
        .createQuery("select distinct channel from incident where team = :team and is_private")
        .bind("team", team)
        .mapTo(String.class)
        .list();
  }
}
