package dev.postmortem.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One line of the script: when, who, and what that person or robot does.
 *
 * @param json the line as it stands in the script, such as {@code {at: "22:42:10", who: maya, says:
 *     …}}
 */
record Cue(JsonNode json) {
  private static final List<String> VERBS =
      List.of(
          "replies",
          "also",
          "edits",
          "deletes",
          "reacts",
          "unreacts",
          "uploads",
          "alerts",
          "posts",
          "emotes",
          "types",
          "shortcut",
          "fills",
          "says");

  /** What is done; an upload may say something, too. */
  String verb() {
    return VERBS.stream()
        .filter(json::has)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing is done in " + json));
  }

  /** A word of the line, empty if it is not there. */
  String word(String name) {
    return json.path(name).asText("");
  }

  String who() {
    return word("who");
  }

  /** When: a date and time, or the next such time of day. */
  Instant at(Instant now, ZoneId zone) {
    String at = word("at");
    if (at.contains("T")) {
      return Instant.parse(at);
    }
    ZonedDateTime present = now.atZone(zone);
    ZonedDateTime then = present.with(LocalTime.parse(at));
    return (then.isBefore(present) ? then.plusDays(1) : then).toInstant();
  }
}
