package dev.postmortem.storage.copy;

import dev.postmortem.storage.Custody;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Fills an empty database with a backup. The tables are made as they were then, filled, and brought
 * up to date. While it is under way no bot works with the database; broken off, it is begun anew.
 */
public final class Restore {
  private final Path path;
  private final BackupFile file;
  private final Database database;
  private final Progress progress;

  /** Restores this file into this database. */
  public Restore(Path path, Database database, Progress progress) {
    this.path = path;
    this.file = new BackupFile(path);
    this.database = database;
    this.progress = progress;
  }

  /** Looks whether the file can be relied on; changes nothing. */
  public static Header check(Path path, Progress progress) throws NotCopied {
    BackupFile file = new BackupFile(path);
    try {
      file.check(progress);
      return file.header();
    } catch (SQLException nothingIsAsked) {
      throw new IllegalStateException(nothingIsAsked);
    }
  }

  /** Does it; the file was checked. */
  public Header run(Instant now) throws NotCopied, DatabaseRefused {
    Migrations tables = database.migrations();
    try {
      Header header = file.header();
      refuseNewer(header, tables);
      refuseFull(tables);
      tables.undo();
      tables.runTo(header.schema());
      Custody restoring = new Custody(Custody.State.RESTORING, path.toString(), now);
      try (Connection connection = database.session()) {
        connection.setAutoCommit(false);
        restoring.write(connection);
        connection.commit();
        fill(connection, header);
      }
      tables.run();
      try (Connection connection = database.session()) {
        connection.setAutoCommit(false);
        Unsent.doubt(connection);
        Custody.clear(connection);
        connection.commit();
        database.force(connection);
      }
      return header;
    } catch (SQLException e) {
      throw new NotCopied(
          database.fault(e) + " The database is not whole now: run restore again.", e);
    }
  }

  private void refuseNewer(Header header, Migrations tables) throws NotCopied, DatabaseRefused {
    if (Migrations.isNewer(header.schema(), tables.newest())) {
      throw new NotCopied(
          path
              + " was made by a newer version of this program ("
              + header.program()
              + "); restore it with that. Nothing was changed.");
    }
  }

  private void refuseFull(Migrations tables) throws NotCopied, DatabaseRefused, SQLException {
    try (Connection connection = database.session()) {
      Optional<Custody> custody = Custody.of(connection);
      if (custody.isPresent() && custody.get().state() != Custody.State.RESTORING) {
        throw new NotCopied(custody.get().refusal(database.name()));
      }
      if (database.isUsedByOthers()) {
        throw new NotCopied(
            "A bot works with the database " + database.name() + ": stop it first.");
      }
      if (custody.isEmpty() && !tables.version().equals("0")) {
        Emptiness.demand(connection, database.name());
      }
    }
  }

  private void fill(Connection connection, Header header) throws SQLException, NotCopied {
    Schema schema = Schema.of(connection);
    long all = header.all();
    long[] done = {0};
    file.each(
        new BackupFile.Reader() {
          private Optional<Filling> filling = Optional.empty();

          @Override
          public Rows.Sink begin(Table written) throws SQLException, NotCopied {
            Filling begun = new Filling(connection, same(schema, written));
            filling = Optional.of(begun);
            return row -> {
              begun.row(row);
              progress.at(written.name(), ++done[0], all);
            };
          }

          @Override
          public void end(Table written, Tally tally) throws SQLException, NotCopied {
            Filling ended = filling.orElseThrow();
            ended.flush();
            ended.close();
            if (!Rows.tally(connection, written).equals(tally)) {
              throw new NotCopied("holds rows that the table " + written.name() + " does not take");
            }
            connection.commit();
          }
        });
    schema.countOn(connection);
    connection.commit();
  }

  /** The table of the database that holds the same columns. */
  private static Table same(Schema schema, Table written) throws NotCopied {
    return schema
        .named(written.name())
        .filter(there -> there.columns().equals(written.columns()))
        .orElseThrow(
            () ->
                new NotCopied(
                    "holds a table " + written.name() + " that this program does not know"));
  }
}
