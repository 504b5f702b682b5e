package dev.postmortem.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * Reads a file that holds a list of objects, one after the other. Where it breaks off, what came
 * before is kept, and the place is reported.
 */
final class JsonList {
  private static final JsonFactory JSON = new ObjectMapper().getFactory();
  private final Archive archive;
  private final Faults faults;

  JsonList(Archive archive, Faults faults) {
    this.archive = archive;
    this.faults = faults;
  }

  /** Takes each object, and the line that it starts at; false to read no more. */
  interface Taker {
    boolean take(JsonNode object, int line);
  }

  /** Reads a file; answers whether more may be read. */
  boolean read(String folder, String file, Taker taker) {
    String shown = archive.shown(folder, file);
    try (Bounded in = archive.open(folder, file);
        JsonParser parser = JSON.createParser(in)) {
      return read(shown, in, parser, taker);
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
      faults.add(shown, line, firstLine(broken.getOriginalMessage()) + rest());
      return true;
    } catch (IOException unreadable) {
      faults.add(shown, firstLine(String.valueOf(unreadable.getMessage())) + rest());
      return true;
    }
  }

  private boolean read(String shown, Bounded in, JsonParser parser, Taker taker)
      throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_ARRAY) {
      faults.add(shown, first == null ? "it is empty" : "line 1: a list should begin here");
      return true;
    }
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      int line = parser.currentTokenLocation().getLineNr();
      if (token == null) {
        faults.add(shown, line, "the file ends within the list");
        return true;
      }
      in.nextMessage();
      JsonNode node = parser.readValueAsTree();
      if (!node.isObject()) {
        faults.add(shown, line, "an object should stand here");
      } else if (!taker.take(node, line)) {
        return false;
      }
    }
    if (parser.nextToken() != null) {
      int line = parser.currentTokenLocation().getLineNr();
      faults.add(shown, line, "the list has ended, so this was not read");
    }
    return true;
  }

  private static String rest() {
    return "; what follows in this file was not read";
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("it cannot be read");
    return line.replaceFirst(" \\(start marker at .*", "");
  }
}
