package dev.postmortem.storage.copy;

import dev.postmortem.storage.column.Words;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column holds, whatever a database calls it, as a value of Java. */
enum Kind {
  /** A String. */
  TEXT(Types.VARCHAR),
  /** A Long. */
  NUMBER(Types.BIGINT),
  /** A Double. */
  FRACTION(Types.DOUBLE),
  /** A Boolean. */
  FLAG(Types.BOOLEAN),
  /** An Instant, to the microsecond. */
  INSTANT(Types.TIMESTAMP_WITH_TIMEZONE),
  /** A LocalDate. */
  DAY(Types.DATE),
  /** A byte[]. */
  BYTES(Types.VARBINARY);

  private final int sqlType;

  Kind(int sqlType) {
    this.sqlType = sqlType;
  }

  /**
   * What a column of this type holds; nothing when it is a type that no table had before.
   *
   * @param sqlType of java.sql.Types
   * @param name the type's name in the database
   */
  static Optional<Kind> of(int sqlType, String name) {
    return switch (sqlType) {
      case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> Optional.of(TEXT);
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> Optional.of(NUMBER);
      case Types.DOUBLE, Types.FLOAT, Types.REAL -> Optional.of(FRACTION);
      case Types.BOOLEAN, Types.BIT -> Optional.of(FLAG);
      case Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(INSTANT);
      case Types.TIMESTAMP -> name.equals("timestamptz") ? Optional.of(INSTANT) : Optional.empty();
      case Types.DATE -> Optional.of(DAY);
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Optional.of(BYTES);
      default -> Optional.empty();
    };
  }

  @Nullable Object read(ResultSet row, int column) throws SQLException {
    Object value =
        switch (this) {
          case TEXT -> sound(row.getString(column));
          case NUMBER -> row.getLong(column);
          case FRACTION -> row.getDouble(column);
          case FLAG -> row.getBoolean(column);
          case INSTANT -> row.getObject(column, OffsetDateTime.class);
          case DAY -> row.getObject(column, LocalDate.class);
          case BYTES -> row.getBytes(column);
        };
    if (row.wasNull()) {
      return null;
    }
    return value instanceof OffsetDateTime time ? time.toInstant() : value;
  }

  void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
    if (value == null) {
      statement.setNull(place, sqlType);
    } else if (value instanceof Instant instant) {
      statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(place, bytes);
    } else {
      statement.setObject(place, value);
    }
  }

  /**
   * Words that can be kept anywhere. H2 would keep U+0000 and half of a character; PostgreSQL keeps
   * neither, and UTF-8 has no bytes for the second.
   */
  private static @Nullable String sound(@Nullable String words) {
    String kept = Words.kept(words);
    if (kept == null || kept.chars().noneMatch(it -> Character.isSurrogate((char) it))) {
      return kept;
    }
    StringBuilder whole = new StringBuilder(kept.length());
    kept.codePoints()
        .map(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE ? 0xFFFD : it)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
