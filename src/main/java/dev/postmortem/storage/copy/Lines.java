package dev.postmortem.storage.copy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a backup as lines of JSON, each a list of values in the order of the columns. */
final class Lines {
  static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private Lines() {}

  static void write(JsonGenerator json, @Nullable Object[] row) throws IOException {
    json.writeStartArray();
    for (Object value : row) {
      if (value instanceof Long number) {
        json.writeNumber(number);
      } else if (value instanceof Double fraction) {
        json.writeNumber(fraction);
      } else if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else if (value instanceof byte[] bytes) {
        json.writeBinary(bytes);
      } else if (value == null) {
        json.writeNull();
      } else {
        json.writeString(value.toString());
      }
    }
    json.writeEndArray();
  }

  /** Reads a row whose opening bracket was read. */
  static @Nullable Object[] read(JsonParser json, List<Kind> kinds) throws IOException {
    @Nullable Object[] row = new @Nullable Object[kinds.size()];
    for (int i = 0; i < row.length; i++) {
      JsonToken token = json.nextToken();
      if (token == JsonToken.END_ARRAY) {
        throw new IOException("a row is too short");
      }
      row[i] = token == JsonToken.VALUE_NULL ? null : value(json, kinds.get(i));
    }
    if (json.nextToken() != JsonToken.END_ARRAY) {
      throw new IOException("a row is too long");
    }
    return row;
  }

  private static Object value(JsonParser json, Kind kind) throws IOException {
    try {
      return switch (kind) {
        case TEXT -> json.getText();
        case NUMBER -> json.getLongValue();
        case FRACTION -> json.getDoubleValue();
        case FLAG -> json.getBooleanValue();
        case INSTANT -> Instant.parse(json.getText());
        case DAY -> LocalDate.parse(json.getText());
        case BYTES -> json.getBinaryValue();
      };
    } catch (DateTimeException garbled) {
      throw new IOException("a time is garbled", garbled);
    }
  }
}
