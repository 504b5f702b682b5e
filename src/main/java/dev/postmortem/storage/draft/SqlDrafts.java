package dev.postmortem.storage.draft;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.ChannelTaken;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Drafts;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.SectionBody;
import dev.postmortem.draft.Task;
import dev.postmortem.storage.column.AnyOf;
import dev.postmortem.storage.column.Times;
import dev.postmortem.storage.column.Touched;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.UnableToProduceResultException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The post-mortems: one row each in {@code incident}, and a table for each kind of part. */
public final class SqlDrafts implements Drafts {
  private static final String INSERT =
      """
      insert into incident (team, channel, channel_name, is_private, capturing, state, title,
        severity, started, resolved, zone, owner, moderator, note_taker, opened, reason, published)
      values (:team, :channel, :channel_name, :is_private, :capturing, :state, :title,
        :severity, :started, :resolved, :zone, :owner, :moderator, :note_taker, :opened, :reason,
        :published)
      on conflict do nothing
      """;
  private static final String UPDATE =
      """
      update incident set team = :team, channel = :channel, channel_name = :channel_name,
        is_private = :is_private, capturing = :capturing, state = :state, title = :title,
        severity = :severity, started = :started, resolved = :resolved, zone = :zone,
        owner = :owner, moderator = :moderator, note_taker = :note_taker, reason = :reason,
        published = :published
      where id = :id
      """;

  private static final String CAPTURING =
      "select capturing, id, started from incident where team = ? and capturing in ";

  private final Handle handle;
  private final DraftRows rows;
  private final SqlSections sections;
  private final SqlTasks tasks;
  private final SqlQuestions questions;
  private final SqlParticipants participants;

  public SqlDrafts(Handle handle) {
    this.handle = handle;
    this.sections = new SqlSections(handle);
    this.tasks = new SqlTasks(handle);
    this.questions = new SqlQuestions(handle);
    this.participants = new SqlParticipants(handle);
    this.rows = new DraftRows(handle, sections, tasks, questions, participants);
  }

  @Override
  public Draft add(Draft draft) {
    long id =
        columns(handle.createUpdate(INSERT), draft)
            .bind("opened", draft.opened())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .findOne()
            .orElseThrow(() -> new ChannelTaken(draft.room()));
    draft.bodies().values().forEach(body -> save(id, body));
    draft.tasks().forEach(task -> save(id, task));
    draft.questions().forEach(question -> save(id, question));
    draft.participants().forEach(participant -> save(id, participant));
    return find(id).orElseThrow();
  }

  @Override
  public Optional<Draft> find(long id) {
    return rows.select("id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public Optional<Draft> forChange(long id) {
    Optional<Long> held =
        handle
            .createQuery("select id from incident where id = :id for update")
            .bind("id", id)
            .mapTo(Long.class)
            .findOne();
    return held.flatMap(this::find);
  }

  @Override
  public Optional<Draft> ofChannel(String team, String channel) {
    return handle
        .createQuery(
            """
            select id from incident
            where team = :team and channel = :channel
            order by case when capturing is not null then 0 when state = 'CORRECTING' then 1
              when state = 'CANCELLED' then 3 else 2 end, published desc, id desc
            fetch first 1 rows only
            """)
        .bind("team", team)
        .bind("channel", channel)
        .mapTo(Long.class)
        .findOne()
        .flatMap(this::find);
  }

  /** Plain JDBC, as it is asked for every message. */
  @Override
  public Map<String, Capture> capturing(String team, Set<String> channels) {
    if (channels.isEmpty()) {
      return Map.of();
    }
    List<String> asked = AnyOf.values(channels);
    String sql = CAPTURING + AnyOf.places(asked.size());
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
      statement.setString(1, team);
      for (int i = 0; i < asked.size(); i++) {
        statement.setString(i + 2, asked.get(i));
      }
      return captures(statement.executeQuery());
    } catch (SQLException failed) {
      throw new UnableToProduceResultException(failed);
    }
  }

  private static Map<String, Capture> captures(ResultSet rows) throws SQLException {
    Map<String, Capture> found = new HashMap<>();
    while (rows.next()) {
      found.put(
          rows.getString("capturing"),
          new Capture(rows.getLong("id"), Times.instant(rows, "started")));
    }
    return found;
  }

  @Override
  public List<Draft> all(String team) {
    List<Draft> oldestFirst = rows.select("team = :team", Map.of("team", team));
    return java.util.stream.IntStream.range(0, oldestFirst.size())
        .mapToObj(i -> oldestFirst.get(oldestFirst.size() - 1 - i))
        .toList();
  }

  @Override
  public List<Draft> all() {
    return rows.select("true", Map.of());
  }

  @Override
  public void save(Draft draft) {
    if (draft.state().isCapturing() && isTakenFrom(draft)) {
      throw new ChannelTaken(draft.room());
    }
    columns(handle.createUpdate(UPDATE), draft).bind("id", draft.id()).execute();
    Touched.add(handle, draft.id());
  }

  /** Two who do this at once meet in the unique constraint; the slower is run again, and sees. */
  private boolean isTakenFrom(Draft draft) {
    return handle
        .createQuery(
            "select id from incident where team = :team and capturing = :channel and id <> :id")
        .bind("team", draft.room().team())
        .bind("channel", draft.room().channel())
        .bind("id", draft.id())
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  @Override
  public Optional<SectionBody> revision(long id, String key, int revision) {
    return sections.revision(id, key, revision);
  }

  @Override
  public void save(long id, SectionBody body) {
    sections.save(id, body);
    Touched.add(handle, id);
  }

  @Override
  public void save(long id, Task task) {
    tasks.save(id, task);
    Touched.add(handle, id);
  }

  @Override
  public void remove(long id, Task task) {
    tasks.remove(id, task);
    Touched.add(handle, id);
  }

  @Override
  public void made(long id, Task task, Instant at) {
    tasks.date(id, task, "made", at);
  }

  @Override
  public void settled(long id, Task task, @Nullable Instant at) {
    tasks.date(id, task, "settled", at);
  }

  @Override
  public void save(long id, Question question) {
    questions.save(id, question);
    Touched.add(handle, id);
  }

  @Override
  public void remove(long id, Question question) {
    questions.remove(id, question);
    Touched.add(handle, id);
  }

  @Override
  public void save(long id, Participant participant) {
    participants.save(id, participant);
  }

  private static Update columns(Update update, Draft draft) {
    return headline(update, draft.headline())
        .bind("team", draft.room().team())
        .bind("channel", draft.room().channel())
        .bind("channel_name", draft.room().name())
        .bind("is_private", draft.room().isPrivate())
        .bind("capturing", draft.state().isCapturing() ? draft.room().channel() : null)
        .bind("state", draft.state().name())
        .bind("owner", draft.roles().owner())
        .bind("moderator", draft.roles().moderator())
        .bind("note_taker", draft.roles().noteTaker())
        .bind("reason", draft.reason())
        .bindByType("published", draft.published(), Instant.class);
  }

  private static Update headline(Update update, Headline headline) {
    return update
        .bind("title", headline.title())
        .bind("severity", headline.severity())
        .bind("started", headline.started())
        .bindByType("resolved", headline.resolved(), Instant.class)
        .bind("zone", headline.zone().getId());
  }
}
