package dev.postmortem.storage.privacy;

import dev.postmortem.draft.privacy.Forgetting;
import dev.postmortem.draft.privacy.Pseudonym;
import dev.postmortem.draft.privacy.Rewording;
import dev.postmortem.draft.privacy.Tally;
import dev.postmortem.storage.privacy.Schema.Table;
import dev.postmortem.timeline.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes a person out of every table, whatever tables there are. */
public final class SqlForgetting implements Forgetting {
  /** Of the others nobody's name is to be taken away, and one's own row goes as a whole. */
  private static final String PEOPLE = "person";

  private static final String TO_THEM =
      " from letter where incident = :incident and state in ('WAITING', 'TAKEN')"
          + " and (recipient = :id or recipient like :queue)";

  private static final String PICTURES =
      """
      select count(distinct s.file) from picture_shown s
      join entry e on e.incident = s.incident and e.team = s.team and e.channel = s.channel
        and e.ts = s.ts
      where s.incident = :incident and e.author = :id
      """;

  private final Handle handle;
  private @Nullable List<Table> tables;

  public SqlForgetting(Handle handle) {
    this.handle = handle;
  }

  private List<Table> tables() {
    List<Table> all = tables;
    if (all == null) {
      all = Schema.tables(handle);
      tables = all;
    }
    return all;
  }

  @Override
  public List<Person> named(String name) {
    return handle
        .createQuery("select id, name, role, bot from person where lower(name) = lower(:name)")
        .bind("name", name.strip())
        .map(
            (row, context) ->
                new Person(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("role"),
                    null,
                    row.getBoolean("bot")))
        .filter(person -> !Pseudonym.isOne(person.id()))
        .list();
  }

  @Override
  public Set<String> otherNames(String id) {
    Set<String> names = new TreeSet<>();
    handle
        .createQuery(
            "select raw from entry where author = :id and position(:profile in raw) > 0"
                + " order by said desc fetch first 200 rows only")
        .bind("id", id)
        .bind("profile", "\"user_profile\"")
        .mapTo(String.class)
        .forEach(raw -> names.addAll(Rewording.namesIn(raw)));
    return names;
  }

  @Override
  public Pseudonym begin(String id, Instant now) {
    Digest digest = Digest.made(handle);
    Pseudonym pseudonym = foreseen(id);
    handle.execute(
        "insert into forgotten (digest, number, begun) values (?, ?, ?) on conflict do nothing",
        digest.of(id),
        pseudonym.number(),
        now);
    handle.execute(
        "insert into person (id, name, role, bot) values (?, ?, '', false) on conflict do nothing",
        pseudonym.id(),
        pseudonym.name());
    return pseudonym;
  }

  @Override
  public Pseudonym foreseen(String id) {
    return new SqlForgotten(handle)
        .find(id)
        .orElseGet(
            () ->
                new Pseudonym(
                    handle
                        .createQuery("select coalesce(max(number), 0) + 1 from forgotten")
                        .mapTo(Integer.class)
                        .one()));
  }

  @Override
  public List<Long> incidents(Whom whom) {
    Set<Long> all = new TreeSet<>();
    for (Table table : tables()) {
      if (table.incident() != null) {
        all.addAll(new Rows(handle, table, whom).incidents());
      }
    }
    return List.copyOf(all);
  }

  @Override
  public Tally forget(long incident, Whom whom, boolean dry, Instant now) {
    int pictures = number(PICTURES, incident, whom);
    int letters = number("select count(*)" + TO_THEM, incident, whom);
    if (!dry) {
      prepare(incident, whom, now);
    }
    Map<String, Integer> rows = new TreeMap<>();
    int named = 0;
    for (Table table : tables()) {
      if (table.incident() != null) {
        Rows.Count count = new Rows(handle, table, whom).reword(incident, dry);
        rows.merge(table.name(), count.rows(), Integer::sum);
        named += count.named();
      }
    }
    rows.values().removeIf(number -> number == 0);
    if (!dry && !rows.isEmpty()) {
      handle.execute(
          "insert into touched (incident) select id from incident where id = ?", incident);
    }
    return new Tally(rows, named, letters, pictures);
  }

  private int number(String sql, long incident, Whom whom) {
    var query = handle.createQuery(sql).bind("incident", incident).bind("id", whom.id());
    return query.bind("queue", "%/" + whom.id()).mapTo(Integer.class).one();
  }

  /** What only the person needed, and what says who it is without a name. */
  private void prepare(long incident, Whom whom, Instant now) {
    handle
        .createUpdate(
            "update letter set state = 'GIVEN_UP', settled = :now, in_doubt = false,"
                + " reason = 'whom it was for is forgotten' where letter_key in"
                + " (select letter_key"
                + TO_THEM
                + ")")
        .bind("incident", incident)
        .bind("id", whom.id())
        .bind("queue", "%/" + whom.id())
        .bind("now", now)
        .execute();
    handle.execute("delete from unsaved where incident = ? and person = ?", incident, whom.id());
    handle.execute(
        "update participant set role = null where incident = ? and person = ?",
        incident,
        whom.id());
  }

  @Override
  public Tally forgetElsewhere(Whom whom, boolean dry) {
    Map<String, Integer> rows = new TreeMap<>();
    for (Table table : tables()) {
      if (table.incident() == null && !table.name().equals(PEOPLE)) {
        rows.put(table.name(), new Rows(handle, table, whom).reword(null, dry).rows());
      }
    }
    rows.put(
        PEOPLE,
        dry
            ? handle
                .createQuery("select count(*) from person where id = :id")
                .bind("id", whom.id())
                .mapTo(Integer.class)
                .one()
            : handle.execute("delete from person where id = ?", whom.id()));
    rows.values().removeIf(number -> number == 0);
    return new Tally(rows, 0, 0, 0);
  }

  @Override
  public void finish(String id, Instant now) {
    handle.execute(
        "update forgotten set finished = ? where digest = ? and finished is null",
        now,
        Digest.of(handle).of(id));
  }

  @Override
  public Map<Long, Integer> wordsLike(Set<String> words) {
    Map<Long, Integer> found = new HashMap<>();
    new LikeWords(handle, words)
        .each((incident, number) -> found.merge(incident, number, Integer::sum));
    return found;
  }
}
