package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's ids and words for things, as they may be written into the log: nothing that is prose. */
public final class Code {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:,/-]{1,60}");
  private static final Pattern POINTER = Pattern.compile("\\[json-pointer:(/[a-z0-9_/]{1,80})]");

  private Code() {}

  /** The word itself, or that it is none. */
  public static String of(JsonNode word) {
    return of(word.asText(""));
  }

  /** The same of a text. */
  public static String of(String word) {
    return WORD.matcher(word).matches() ? word : "(odd)";
  }

  /** Where in a message Slack found a fault; what it says of it may quote what was sent. */
  public static String places(JsonNode details) {
    StringBuilder places = new StringBuilder();
    for (JsonNode detail : details) {
      Matcher matcher = POINTER.matcher(detail.asText());
      while (matcher.find()) {
        places.append(places.isEmpty() ? "" : " ").append(matcher.group(1));
      }
    }
    return places.toString();
  }
}
