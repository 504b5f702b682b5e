package dev.postmortem.storage.copy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A backup that lies in a file. It may be none, or damaged, or cut off. */
final class BackupFile {
  private final Path path;

  BackupFile(Path path) {
    this.path = path;
  }

  /** Gets the rows of a backup, table by table. */
  interface Reader {
    /** A table begins; what is given back gets each row. */
    Rows.Sink begin(Table table) throws SQLException, NotCopied;

    /** All rows of the table were given. */
    default void end(Table table, Tally tally) throws SQLException, NotCopied {}
  }

  Header header() throws NotCopied, SQLException {
    return read(json -> Header.of(line(json)));
  }

  /** Looks whether it is whole, before anybody relies on it. */
  void check(Progress progress) throws NotCopied, SQLException {
    long all = header().all();
    long[] done = {0};
    each(table -> row -> progress.at(table.name(), ++done[0], all));
  }

  /** Reads all of it; at the end it is sure that nothing was missing. */
  void each(Reader reader) throws NotCopied, SQLException {
    read(
        json -> {
          Header.of(line(json));
          Passage passage = new Passage(reader);
          JsonNode end = null;
          for (JsonToken token = json.nextToken(); end == null; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
              passage.row(json);
            } else {
              JsonNode line = line(json);
              end = line.get("end");
              passage.line(line);
            }
          }
          // read to the last byte, where the sum of the compressed file is compared
          if (json.currentToken() != null) {
            throw new IOException("something follows the end");
          }
          return passage;
        });
  }

  private static JsonNode line(JsonParser json) throws IOException {
    JsonNode line = json.currentToken() == null && json.nextToken() == null ? null : node(json);
    if (line == null || !line.isObject()) {
      throw new EOFException();
    }
    return line;
  }

  private static JsonNode node(JsonParser json) throws IOException {
    JsonNode node = json.readValueAsTree();
    json.clearCurrentToken();
    return node;
  }

  /** Where the reading is: in which table, and what it has added up to. */
  private static final class Passage {
    private final Reader reader;
    private final List<String> tallies = new ArrayList<>();
    private Optional<Table> table = Optional.empty();
    private Tallying tallying = new Tallying();
    private Rows.Sink sink = row -> {};

    Passage(Reader reader) {
      this.reader = reader;
    }

    void row(JsonParser json) throws IOException, SQLException {
      Table present = table.orElseThrow(() -> new IOException("a row of no table"));
      var row = Lines.read(json, present.columns().stream().map(Table.Column::kind).toList());
      json.clearCurrentToken();
      tallying.add(row);
      sink.row(row);
    }

    /** Anything but a row: the end of one table, and the beginning of another. */
    void line(JsonNode line) throws IOException, SQLException, NotCopied {
      if (table.isPresent()) {
        tallies.add(table.get().name() + " " + tallying.tally());
        reader.end(table.get(), tallying.tally());
      }
      if (line.has("end")) {
        List<String> said = new ArrayList<>();
        line.get("end").properties().forEach(it -> said.add(it.getKey() + " " + text(it)));
        if (!said.equals(tallies)) {
          throw new IOException("not all that was written is there");
        }
      } else {
        Table next = table(line);
        table = Optional.of(next);
        tallying = new Tallying();
        sink = reader.begin(next);
      }
    }

    private static String text(java.util.Map.Entry<String, JsonNode> field) {
      return field.getValue().asText();
    }

    private static Table table(JsonNode line) throws IOException {
      List<Table.Column> columns = new ArrayList<>();
      try {
        for (int i = 0; i < line.path("columns").size(); i++) {
          Kind kind = Kind.valueOf(line.path("kinds").path(i).asText());
          columns.add(new Table.Column(line.path("columns").path(i).asText(), kind));
        }
      } catch (IllegalArgumentException unknown) {
        throw new IOException("a column of an unknown kind", unknown);
      }
      return new Table(line.path("table").asText(), columns, Optional.empty(), Set.of());
    }
  }

  private interface Work<T> {
    T on(JsonParser json) throws IOException, SQLException, NotCopied;
  }

  private <T> T read(Work<T> work) throws NotCopied, SQLException {
    try (InputStream file = Files.newInputStream(path);
        InputStream unpacked = new GZIPInputStream(file, 65_536);
        JsonParser json = Lines.JSON.createParser(unpacked)) {
      return work.on(json);
    } catch (NotCopied about) {
      throw new NotCopied(path + " " + about.getMessage() + ".", about);
    } catch (NoSuchFileException nowhere) {
      throw new NotCopied("There is no file " + path + ".", nowhere);
    } catch (AccessDeniedException denied) {
      throw new NotCopied(path + " may not be read by this user.", denied);
    } catch (FileSystemException unreadable) {
      throw new NotCopied(path + " cannot be read: " + unreadable.getReason(), unreadable);
    } catch (ZipException unknown) {
      throw new NotCopied(
          path + " is no backup of this program, or is damaged. Nothing was changed.", unknown);
    } catch (IOException damaged) {
      throw new NotCopied(
          path + " is damaged, or was cut off. Use another backup; a part is never restored.",
          damaged);
    }
  }
}
