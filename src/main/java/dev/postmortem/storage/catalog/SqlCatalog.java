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
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The library in tables. A page takes few statements, however many post-mortems there are: first
 * the ids of those that match, then the cards of the page.
 */
public final class SqlCatalog implements Catalog {
  private static final String NEWEST_FIRST = " order by i.started desc, i.id desc";
  private static final String PAGE = " offset :offset rows fetch first :limit rows only";

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
    String sql =
        """
        select t.*, n.title, n.team, n.channel, n.channel_name, n.is_private, n.opened
        from task t join incident n on n.id = t.incident
        where t.state = 'OPEN' and n.state <> 'CANCELLED' and t.incident in %s
        order by t.due, t.incident, t.number
        """;
    return Choice.of(reader)
        .parts(handle, sql + PAGE)
        .bind("offset", offset)
        .bind("limit", limit)
        .map((row, context) -> openTask(row))
        .list();
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

  @Override
  public Choices choices(Reader reader) {
    return new Choices(
        words(reader, "select distinct severity from incident where severity <> '' and id in %s"),
        words(reader, "select distinct tag from shelf_tag where incident in %s"),
        words(
            reader,
            """
            select owner from incident where owner <> '' and id in %1$s
            union select moderator from incident where moderator is not null and id in %1$s
            union select note_taker from incident where note_taker is not null and id in %1$s
            union select person from participant where not removed and incident in %1$s
            """));
  }

  /** Sorted here, because the order of texts differs between databases. */
  private List<String> words(Reader reader, String sql) {
    return Choice.of(reader).parts(handle, sql).mapTo(String.class).stream().sorted().toList();
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
