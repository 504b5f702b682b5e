package dev.postmortem.rehearsal.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Wire data in few words. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /**
   * An object of names and values in turn; a value that is null or an empty optional is left out.
   */
  public static ObjectNode of(@Nullable Object... namesAndValues) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      put(object, String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  private static void put(ObjectNode object, String name, @Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> put(object, name, present));
    } else if (value instanceof Collection<?> items) {
      object.set(name, arrayOf(items));
    } else if (value != null) {
      object.set(name, node(value));
    }
  }

  /** An array of these values. */
  public static ArrayNode arrayOf(Collection<?> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> array.add(node(item)));
    return array;
  }

  /** An array of these values. */
  public static ArrayNode array(Object... items) {
    return arrayOf(List.of(items));
  }

  private static JsonNode node(@Nullable Object value) {
    return value instanceof JsonNode json ? json : MAPPER.valueToTree(value);
  }

  /** The JSON in this text; empty if it is none. */
  public static Optional<JsonNode> tryParse(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The JSON in this text; refuses anything else. */
  public static JsonNode parse(String text) {
    return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not JSON: " + text));
  }

  /** The items of an array; none for anything else. */
  public static Stream<JsonNode> each(JsonNode array) {
    return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
  }

  /** The items of an array as texts. */
  public static List<String> texts(JsonNode array) {
    return each(array).map(JsonNode::asText).toList();
  }

  /** A text field, if it is there and not empty. */
  public static Optional<String> text(JsonNode object, String name) {
    return Optional.of(object.path(name).asText("")).filter(text -> !text.isEmpty());
  }

  /** A copy that can be changed without harm. */
  public static ObjectNode copy(JsonNode object) {
    return object.isObject() ? (ObjectNode) object.deepCopy() : of();
  }
}
