package dev.postmortem.storage.copy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.postmortem.storage.Custody;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Migrations;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Writes everything that a database keeps at one moment, while others go on writing to it:
 * compressed lines of JSON. The first says what follows; a line before the rows of each table names
 * its columns; the last holds the tallies, so that nobody takes a part for the whole.
 */
public final class Backup {
  /** Since these tables there are backups. */
  static final String OLDEST = "12";

  private final Database database;
  private final Progress progress;

  /** A backup of this database. */
  public Backup(Database database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Writes it, and leaves the stream open.
   *
   * @param program the version of this program
   * @throws IOException when it cannot be written
   */
  public Header write(OutputStream out, Instant now, String program)
      throws IOException, NotCopied, DatabaseRefused {
    String version = database.migrations().version();
    if (Migrations.isNewer(OLDEST, version)) {
      throw new NotCopied(
          "The database "
              + database.name()
              + " was not opened by this version yet: run check once, then backup.");
    }
    try (Connection moment = database.snapshot()) {
      refuseHalves(moment);
      Schema schema = Schema.of(moment);
      Header header = new Header(version, now, program, count(moment, schema));
      GZIPOutputStream packed = new GZIPOutputStream(out, 65_536);
      JsonGenerator json = Lines.JSON.createGenerator(packed);
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      write(json, header, schema, moment);
      json.close();
      packed.finish();
      return header;
    } catch (SQLException e) {
      throw new NotCopied(
          database.fault(e) + " No backup was made; the database is as it was. Try again.", e);
    }
  }

  private void refuseHalves(Connection moment) throws SQLException, NotCopied {
    Optional<Custody> custody = Custody.of(moment);
    if (custody.isPresent() && custody.get().state() != Custody.State.MOVED_OUT) {
      throw new NotCopied(custody.get().refusal(database.name()));
    }
  }

  private static Map<String, Long> count(Connection moment, Schema schema) throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (Table table : schema.tables()) {
      rows.put(table.name(), Schema.rows(moment, table));
    }
    return rows;
  }

  private void write(JsonGenerator json, Header header, Schema schema, Connection moment)
      throws IOException, SQLException {
    header.write(json);
    long all = header.all();
    long[] done = {0};
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Table table : schema.tables()) {
      writeHead(json, table);
      Tallying tallying = new Tallying();
      Rows.each(
          moment,
          table,
          row -> {
            Lines.write(json, row);
            tallying.add(row);
            progress.at(table.name(), ++done[0], all);
          });
      tallies.put(table.name(), tallying.tally());
    }
    writeEnd(json, tallies);
  }

  private static void writeHead(JsonGenerator json, Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("table", table.name());
    json.writeArrayFieldStart("columns");
    for (Table.Column column : table.columns()) {
      json.writeString(column.name());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("kinds");
    for (Table.Column column : table.columns()) {
      json.writeString(column.kind().name());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeEnd(JsonGenerator json, Map<String, Tally> tallies) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("end");
    for (Map.Entry<String, Tally> table : tallies.entrySet()) {
      json.writeStringField(table.getKey(), table.getValue().toString());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.flush();
  }
}
