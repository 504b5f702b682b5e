package dev.postmortem.storage.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Instants and dates to and from columns. They never pass through java.sql.Timestamp or Date, whose
 * meaning changes with the time zone of the process and of the session.
 */
public final class Times {
  private Times() {}

  public static void register(Jdbi jdbi) {
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new DateArgument());
    jdbi.registerColumnMapper(Instant.class, (row, column, context) -> instant(row, column));
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** As it is kept: both databases would round to the microsecond, Slack's clock cuts off. */
  public static Instant kept(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      OffsetDateTime utc = kept(value).atOffset(ZoneOffset.UTC);
      return (position, statement, context) -> statement.setObject(position, utc);
    }
  }

  private static final class DateArgument extends AbstractArgumentFactory<LocalDate> {
    DateArgument() {
      super(Types.DATE);
    }

    @Override
    protected Argument build(LocalDate value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }
}
