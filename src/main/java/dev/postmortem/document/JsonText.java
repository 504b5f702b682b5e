package dev.postmortem.document;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON (RFC 8259): maps, lists, texts, numbers, truth values and null. Maps keep their
 * order.
 */
final class JsonText {
  private final Sheet sheet;
  private final StringBuilder out;

  JsonText(Sheet sheet) {
    this.sheet = sheet;
    this.out = sheet.text();
  }

  /** A text that is too long to be held; it is quoted while it is written. */
  interface LongText {
    void write(Appendable to);
  }

  /** Writes the value; anything of another kind is written as its text. */
  void write(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      out.append(value);
    } else if (value instanceof Map<?, ?> map) {
      members(map);
    } else if (value instanceof List<?> list) {
      elements(list);
    } else {
      out.append('"');
      if (value instanceof LongText text) {
        text.write(new Quoted());
      } else {
        quote(value.toString());
      }
      out.append('"');
    }
  }

  private void members(Map<?, ?> map) {
    char before = '{';
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(before);
      write(String.valueOf(member.getKey()));
      out.append(':');
      write(member.getValue());
      before = ',';
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private void elements(List<?> list) {
    char before = '[';
    for (Object element : list) {
      out.append(before);
      write(element);
      before = ',';
      sheet.finished();
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  /** What is written to it is written as part of a text. */
  private final class Quoted implements Appendable {

    @Override
    public Appendable append(CharSequence text) {
      quote(text);
      sheet.finished();
      return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
      return append(text.subSequence(start, end));
    }

    @Override
    public Appendable append(char c) {
      return append(String.valueOf(c));
    }
  }

  private void quote(CharSequence text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (mustBeCoded(c) && !isWhole(text, i)) {
        out.append(text, from, i);
        code(c);
        from = i + 1;
      }
    }
    out.append(text, from, text.length());
  }

  private void code(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u").append(HexFormat.of().toHexDigits(c));
    }
  }

  /** Beyond what JSON asks for, what would end a script element or a line of script is escaped. */
  private static boolean mustBeCoded(char c) {
    return c < ' '
        || c == '"'
        || c == '\\'
        || c == '<'
        || c == 0x7F
        || c == 0x2028
        || c == 0x2029
        || Character.isSurrogate(c);
  }

  /** Whether it is one half of a character whose other half stands beside it. */
  private static boolean isWhole(CharSequence text, int i) {
    char c = text.charAt(i);
    boolean first = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
    return first || (i > 0 && Character.isSurrogatePair(text.charAt(i - 1), c));
  }
}
