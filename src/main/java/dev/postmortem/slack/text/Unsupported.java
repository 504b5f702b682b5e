package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Clean;

/** What is shown of a piece that Slack invented after this was written. */
final class Unsupported {
  private boolean met;

  /** Whether there was a piece of which nothing could be shown. */
  boolean isMet() {
    return met;
  }

  /** Its own fall-back words if it has any, else that there was something, and what. */
  String words(JsonNode piece) {
    String words = Json.firstText(piece, "fallback", "text", "alt_text", "title");
    String nested =
        words.isEmpty()
            ? Json.firstText(piece.path("text"), "text")
                + Json.firstText(piece.path("title"), "text")
            : words;
    if (!nested.isBlank()) {
      return Clean.text(nested);
    }
    met = true;
    String type = Clean.name(Json.type(piece));
    return "[unsupported: " + (type.isEmpty() ? "without a type" : type) + "]";
  }
}
