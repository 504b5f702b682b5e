package dev.postmortem.storage.copy;

import dev.postmortem.storage.Custody;
import dev.postmortem.storage.Custody.State;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes everything from one database to another. Broken off at any moment and run again, it goes
 * on: what is the same on both sides is left alone, what is not is copied again. In the end no bot
 * works with the source any more; before that, none with the target.
 */
public final class Move {
  private final Database from;
  private final Database to;
  private final Progress progress;

  /** Moves all that is in the one to the other. */
  public Move(Database from, Database to, Progress progress) {
    this.from = from;
    this.to = to;
    this.progress = progress;
  }

  /** A table when it was copied, counted on both sides. */
  public record Count(String table, Tally from, Tally to) {
    /** Whether both sides hold the same. */
    public boolean isSame() {
      return from.equals(to);
    }
  }

  /**
   * Does it.
   *
   * @return all tables; when one is not the same on both sides, it is not finished
   */
  public List<Count> run(Instant now) throws NotCopied, DatabaseRefused {
    try {
      refuse();
      from.migrations().run();
      to.migrations().run();
      try (Connection target = to.session();
          Connection source = from.snapshot()) {
        target.setAutoCommit(false);
        new Custody(State.MOVING_IN, from.name(), now).write(target);
        target.commit();
        List<Count> counts = copy(source, target);
        if (counts.stream().allMatch(Count::isSame)) {
          source.rollback();
          refuseCompany();
          finish(target, now);
        }
        return counts;
      }
    } catch (SQLException e) {
      throw new NotCopied(
          whose(e)
              + " What was copied until then is kept, and the source is as it was: run the same move"
              + " again, and it goes on.",
          e);
    }
  }

  /** What went wrong, said of the side where it did. */
  private String whose(SQLException e) {
    for (Database side : List.of(to, from)) {
      if (!side.isReachable()) {
        return side.fault(e);
      }
    }
    return "It could not be moved: "
        + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private void refuse() throws SQLException, NotCopied, DatabaseRefused {
    if (from.name().equals(to.name())) {
      throw new NotCopied("Both are the same database, " + to.name() + ".");
    }
    refuseCompany();
    try (Connection source = from.session();
        Connection target = to.session()) {
      Optional<Custody> here = Custody.of(source);
      Optional<Custody> there = Custody.of(target);
      boolean goesOn = is(there, State.MOVING_IN, from);
      boolean comesBack = is(there, State.MOVED_OUT, from);
      if (here.isPresent() && !(goesOn && is(here, State.MOVED_OUT, to))) {
        throw new NotCopied(here.get().refusal(from.name()));
      }
      if (there.isPresent() && !goesOn && !comesBack) {
        throw new NotCopied(there.get().refusal(to.name()));
      }
      if (from.migrations().version().equals("0")) {
        throw new NotCopied("The database " + from.name() + " holds nothing of the bot's.");
      }
      if (there.isEmpty() && !to.migrations().version().equals("0")) {
        Emptiness.demand(target, to.name());
      }
    }
  }

  private static boolean is(Optional<Custody> custody, State state, Database other) {
    return custody.isPresent()
        && custody.get().state() == state
        && custody.get().other().equals(other.name());
  }

  private void refuseCompany() throws SQLException, NotCopied {
    for (Database side : List.of(from, to)) {
      if (side.isUsedByOthers()) {
        throw new NotCopied(
            "A bot works with the database "
                + side.name()
                + ": stop it, and run the same move again.");
      }
    }
  }

  private List<Count> copy(Connection source, Connection target) throws SQLException {
    Schema schema = Schema.of(target);
    Course course = new Course(source, schema);
    List<Count> counts = new ArrayList<>();
    for (Table table : schema.tables()) {
      Tally there = Rows.tally(target, table);
      Count count = new Count(table.name(), course.tally(table, there), there);
      if (!count.isSame()) {
        count = course.fill(table, target);
      }
      if (!count.isSame()) {
        empty(target, schema, table);
        count = course.fill(table, target);
      }
      course.done(table);
      counts.add(count);
    }
    schema.countOn(target);
    target.commit();
    return counts;
  }

  private static void empty(Connection target, Schema schema, Table table) throws SQLException {
    try (Statement statement = target.createStatement()) {
      for (Table child : schema.withChildren(table)) {
        statement.executeUpdate(child.delete());
      }
    }
    target.commit();
  }

  /** In this order there is no moment at which a bot would work with both. */
  private void finish(Connection target, Instant now) throws SQLException {
    try (Connection source = from.session()) {
      new Custody(State.MOVED_OUT, to.name(), now).write(source);
      from.force(source);
    }
    Unsent.handBack(target);
    Custody.clear(target);
    target.commit();
    to.force(target);
  }

  /** Takes back that a database was moved away, so that a bot may work with the old copy again. */
  public static void undo(Database database) throws NotCopied {
    try (Connection connection = database.session()) {
      Optional<Custody> custody = Custody.of(connection);
      if (custody.isEmpty() || custody.get().state() != State.MOVED_OUT) {
        throw new NotCopied("The database " + database.name() + " was not moved away.");
      }
      Custody.clear(connection);
      database.force(connection);
    } catch (SQLException e) {
      throw new NotCopied(database.fault(e) + " It is still said to be moved away.", e);
    }
  }

  /** Reads the source, and tells how far it is. */
  private final class Course {
    private final Connection source;
    private final long all;
    private long before;

    Course(Connection source, Schema schema) throws SQLException {
      this.source = source;
      long rows = 0;
      for (Table table : schema.tables()) {
        rows += Schema.rows(source, table);
      }
      all = rows;
    }

    /** What the source holds; nobody needs to read it when the target holds nothing. */
    Tally tally(Table table, Tally there) throws SQLException {
      if (there.rows() == 0) {
        return new Tally(Schema.rows(source, table), there.sum());
      }
      return Rows.tally(source, table);
    }

    Count fill(Table table, Connection target) throws SQLException {
      Tallying tallying = new Tallying();
      try (Filling filling = new Filling(target, table)) {
        Rows.each(
            source,
            table,
            row -> {
              tallying.add(row);
              filling.row(row);
              progress.at(table.name(), Math.min(before + tallying.rows(), all), all);
            });
        filling.flush();
      } catch (IOException nothingIsWritten) {
        throw new IllegalStateException(nothingIsWritten);
      }
      return new Count(table.name(), tallying.tally(), Rows.tally(target, table));
    }

    void done(Table table) throws SQLException {
      before += Schema.rows(source, table);
      progress.at(table.name(), before, all);
    }
  }
}
