package dev.postmortem.storage.copy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first line of a backup: what it is.
 *
 * @param schema the number of the last script that had been run on the database
 * @param program the version of the program that made it
 * @param rows how many of each table follow
 */
public record Header(String schema, Instant made, String program, Map<String, Long> rows) {
  /** Of the file's own form. It is raised when an older program could not read it any more. */
  static final int FORMAT = 1;

  private static final String WHAT = "postmortem backup";

  /** How many rows follow altogether. */
  public long all() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("what", WHAT);
    json.writeNumberField("format", FORMAT);
    json.writeStringField("schema", schema);
    json.writeStringField("made", made.toString());
    json.writeStringField("program", program);
    json.writeObjectFieldStart("rows");
    for (Map.Entry<String, Long> table : rows.entrySet()) {
      json.writeNumberField(table.getKey(), table.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Reads it, when this is one that can be read. */
  static Header of(JsonNode line) throws NotCopied {
    if (!line.path("what").asText().equals(WHAT)) {
      throw new NotCopied("is no backup of this program");
    }
    if (line.path("format").asInt() != FORMAT) {
      throw new NotCopied("was made by a newer version of this program; restore it with that");
    }
    Map<String, Long> rows = new LinkedHashMap<>();
    line.path("rows").properties().forEach(it -> rows.put(it.getKey(), it.getValue().asLong()));
    try {
      return new Header(
          line.path("schema").asText(),
          Instant.parse(line.path("made").asText()),
          line.path("program").asText(),
          rows);
    } catch (DateTimeParseException garbled) {
      throw new NotCopied("is damaged: its first line is garbled", garbled);
    }
  }
}
