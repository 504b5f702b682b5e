package dev.postmortem.storage;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The numbered scripts that make the tables, and how far they have been run. */
public final class Migrations {
  private final DataSource dataSource;
  private final Address address;

  Migrations(DataSource dataSource, Address address) {
    this.dataSource = dataSource;
    this.address = address;
  }

  /** The number of the last script that was run; 0 when the database holds none of our tables. */
  public String version() throws DatabaseRefused {
    return asked(
        () -> {
          MigrationInfo last = scripts().load().info().current();
          MigrationVersion version = last == null ? null : last.getVersion();
          return version == null ? "0" : version.getVersion();
        });
  }

  /** The number of the last script that this program knows. */
  public String newest() throws DatabaseRefused {
    return asked(
        () -> {
          MigrationVersion newest = MigrationVersion.EMPTY;
          for (MigrationInfo script : scripts().load().info().all()) {
            boolean known = script.getScript() != null && !script.getState().name().contains("FUT");
            if (known && script.getVersion() != null && script.getVersion().isNewerThan(newest)) {
              newest = script.getVersion();
            }
          }
          return newest.getVersion();
        });
  }

  /** How many scripts are still to be run. */
  int pending() throws DatabaseRefused {
    return asked(() -> scripts().load().info().pending().length);
  }

  /** Whether a newer program ran scripts that this one does not know. */
  boolean isAhead() throws DatabaseRefused {
    return asked(
        () ->
            Arrays.stream(scripts().load().info().applied())
                .anyMatch(one -> !one.getState().isResolved()));
  }

  /** Whether the first of two numbers is the later one. */
  public static boolean isNewer(String one, String other) {
    return MigrationVersion.fromVersion(one).isNewerThan(MigrationVersion.fromVersion(other));
  }

  /** Brings the tables up to date. */
  public void run() throws DatabaseRefused {
    asked(() -> scripts().load().migrate());
  }

  /** Makes the tables as they were at this number. */
  public void runTo(String version) throws DatabaseRefused {
    asked(() -> scripts().target(version).load().migrate());
  }

  /** Takes all tables away, with what is in them. */
  public void undo() throws DatabaseRefused {
    asked(() -> scripts().cleanDisabled(false).load().clean());
  }

  private FluentConfiguration scripts() {
    return Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/migration/common", "classpath:db/migration/" + address.folder())
        .failOnMissingLocations(true);
  }

  private <T> T asked(java.util.function.Supplier<T> question) throws DatabaseRefused {
    try {
      return question.get();
    } catch (FlywayException e) {
      throw Refusals.of(e, address);
    }
  }
}
