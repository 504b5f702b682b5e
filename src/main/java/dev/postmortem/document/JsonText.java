package dev.postmortem.document;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON (RFC 8259): maps, lists, texts, numbers, truth values and null. Maps keep their
 * order.
 */
final class JsonText {
  private JsonText() {}

  /** The value; anything of another kind is written as its text. */
  static String of(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return String.valueOf(value);
    }
    if (value instanceof Map<?, ?> map) {
      StringJoiner members = new StringJoiner(",", "{", "}");
      map.forEach((key, member) -> members.add(quoted(String.valueOf(key)) + ":" + of(member)));
      return members.toString();
    }
    if (value instanceof List<?> list) {
      StringJoiner elements = new StringJoiner(",", "[", "]");
      list.forEach(element -> elements.add(of(element)));
      return elements.toString();
    }
    return quoted(value.toString());
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append('"');
    text.codePoints().forEach(c -> append(c, out));
    return out.append('"').toString();
  }

  /** Beyond what JSON asks for, what would end a script element or a line of script is escaped. */
  private static void append(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      default -> {
        if (mustBeCoded(c)) {
          out.append(String.format("\\u%04x", c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean mustBeCoded(int c) {
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c < ' ' || c == 0x7F || c == 0x2028 || c == 0x2029 || c == '<' || half;
  }
}
