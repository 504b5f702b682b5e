package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.Times;
import dev.postmortem.timeline.Reading;
import dev.postmortem.timeline.Reading.Hitch;
import dev.postmortem.timeline.Reading.Place;
import dev.postmortem.timeline.Readings;
import dev.postmortem.timeline.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** How far each channel is read, and what is still to be asked, in two tables. */
public final class SqlReadings implements Readings {
  private static final String UPDATE =
      """
      update reading set since = :since, awaited = :awaited, again = :again, begun = :begun,
        finished = :finished, next_page = :next, paged = :paged, reached = :reached,
        messages = :messages, stepped = :stepped, fault = :fault, fault_since = :fault_since,
        not_before = :not_before, attempts = :attempts
      where incident = :incident
      """;
  private static final String INSERT =
      """
      insert into reading (incident, since, awaited, again, begun, finished, next_page, paged,
        reached, messages, stepped, fault, fault_since, not_before, attempts)
      values (:incident, :since, :awaited, :again, :begun, :finished, :next, :paged,
        :reached, :messages, :stepped, :fault, :fault_since, :not_before, :attempts)
      on conflict do nothing
      """;
  private static final String ADD_STEP =
      """
      insert into reading_step (incident, kind, ts, thread, next_page, reached)
      values (:incident, :kind, :ts, :thread, :next, :reached)
      on conflict do nothing
      """;
  private static final String WHICH_STEP =
      " where incident = :incident and kind = :kind and ts = :ts";

  /** In the order of an index: H2 takes the first row from it only when both turn alike. */
  static final String NEWEST =
      """
      select * from reading_step where incident = :incident and kind = :kind
      order by incident desc, kind desc, ts desc fetch first 1 rows only
      """;

  private static final String PROGRESS =
      """
      select count(case when r.finished is null then 1 end) as under_way,
        count(case when r.finished is null and r.fault <> '' and r.not_before is null then 1 end)
          as shut,
        min(case when r.finished is null then r.begun end) as oldest,
        min(coalesce(r.finished, r.begun)) as stalest
      from reading r join incident i on i.id = r.incident where i.capturing is not null
      """;

  private final Handle handle;

  public SqlReadings(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Reading> of(long incident) {
    return find("select * from reading where incident = :incident", incident);
  }

  @Override
  public Optional<Reading> forChange(long incident) {
    return find("select * from reading where incident = :incident for update", incident);
  }

  private Optional<Reading> find(String sql, long incident) {
    return handle
        .createQuery(sql)
        .bind("incident", incident)
        .map((row, context) -> reading(row))
        .findOne();
  }

  @Override
  public void save(Reading reading) {
    if (bind(handle.createUpdate(UPDATE), reading).execute() == 0) {
      bind(handle.createUpdate(INSERT), reading).execute();
    }
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Reading reading) {
    Place place = reading.place();
    Hitch hitch = reading.hitch();
    return statement
        .bind("incident", reading.incident())
        .bind("since", reading.from())
        .bind("awaited", reading.awaited())
        .bindByType("again", reading.again(), Instant.class)
        .bind("begun", reading.begun())
        .bindByType("finished", reading.finished(), Instant.class)
        .bind("next", place.cursor())
        .bind("paged", place.paged())
        .bind("reached", place.reached())
        .bind("messages", place.messages())
        .bind("stepped", place.at())
        .bind("fault", hitch.fault())
        .bindByType("fault_since", hitch.since(), Instant.class)
        .bindByType("not_before", hitch.notBefore(), Instant.class)
        .bind("attempts", hitch.attempts());
  }

  private static Reading reading(ResultSet row) throws SQLException {
    return new Reading(
        row.getLong("incident"),
        Times.instant(row, "since"),
        row.getBoolean("awaited"),
        Times.instantOrNull(row, "again"),
        Times.instant(row, "begun"),
        Times.instantOrNull(row, "finished"),
        new Place(
            row.getString("next_page"),
            row.getBoolean("paged"),
            row.getString("reached"),
            row.getInt("messages"),
            Times.instant(row, "stepped")),
        new Hitch(
            row.getString("fault"),
            Times.instantOrNull(row, "fault_since"),
            Times.instantOrNull(row, "not_before"),
            row.getInt("attempts")));
  }

  @Override
  public void add(long incident, Collection<Step> steps) {
    for (Step step : steps) {
      which(handle.createUpdate(ADD_STEP), incident, step)
          .bind("thread", step.thread())
          .bind("next", step.cursor())
          .bind("reached", step.reached())
          .execute();
    }
  }

  @Override
  public Optional<Step> next(long incident) {
    for (Step.Kind kind : Step.Kind.values()) {
      Optional<Step> step = newest(incident, kind);
      if (step.isPresent()) {
        return step;
      }
    }
    return Optional.empty();
  }

  private Optional<Step> newest(long incident, Step.Kind kind) {
    return handle
        .createQuery(NEWEST)
        .bind("incident", incident)
        .bind("kind", kind.name())
        .map(
            (row, context) ->
                new Step(
                    kind,
                    row.getString("ts"),
                    row.getString("thread"),
                    row.getString("next_page"),
                    row.getString("reached")))
        .findOne();
  }

  @Override
  public void save(long incident, Step step) {
    String sql = "update reading_step set next_page = :next, reached = :reached" + WHICH_STEP;
    which(handle.createUpdate(sql), incident, step)
        .bind("next", step.cursor())
        .bind("reached", step.reached())
        .execute();
  }

  @Override
  public void remove(long incident, Step step) {
    which(handle.createUpdate("delete from reading_step" + WHICH_STEP), incident, step).execute();
  }

  private static <S extends SqlStatement<S>> S which(S statement, long incident, Step step) {
    return statement
        .bind("incident", incident)
        .bind("kind", step.kind().name())
        .bind("ts", step.ts());
  }

  @Override
  public void clear(long incident) {
    handle.execute("delete from reading_step where incident = ?", incident);
  }

  @Override
  public Progress progress() {
    return handle
        .createQuery(PROGRESS)
        .map(
            (row, context) ->
                new Progress(
                    row.getInt("under_way"),
                    row.getInt("shut"),
                    Optional.ofNullable(Times.instantOrNull(row, "oldest")),
                    Optional.ofNullable(Times.instantOrNull(row, "stalest"))))
        .one();
  }
}
