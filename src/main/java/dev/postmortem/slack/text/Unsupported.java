package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Clean;

/** What is shown of a piece that Slack invented after this was written. */
final class Unsupported {
  private static final String MARK = "[unsupported: ";

  private Unsupported() {}

  /** Whether something among the words could not be shown. */
  static boolean isAmong(String words) {
    return words.contains(MARK);
  }

  /** Its own fall-back words if it has any, else that there was something, and what. */
  static String words(JsonNode piece) {
    String words = Json.firstText(piece, "fallback", "text", "alt_text", "title");
    String nested =
        words.isEmpty()
            ? Json.firstText(piece.path("text"), "text")
                + Json.firstText(piece.path("title"), "text")
            : words;
    String type = Clean.name(Json.type(piece));
    return nested.isBlank()
        ? MARK + (type.isEmpty() ? "without a type" : type) + "]"
        : Clean.text(nested);
  }
}
