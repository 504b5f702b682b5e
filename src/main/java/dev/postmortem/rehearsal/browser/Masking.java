package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Innards;
import dev.postmortem.rehearsal.text.Json;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts stars in the place of what is secret, and of what looks like it. */
final class Masking {
  private static final String STARS = "•••";
  private static final Pattern TOKENS = Pattern.compile("\\b(xox[a-z]|xapp)-[A-Za-z0-9-]+");
  private final List<String> secrets;

  Masking(Innards innards) {
    secrets = Stream.concat(innards.secrets().stream(), Stream.of(innards.wire().token())).toList();
  }

  ObjectNode masked(ObjectNode json) {
    String text = json.toString();
    for (String secret : secrets) {
      text = text.replace(secret, STARS);
    }
    return Json.copy(Json.parse(TOKENS.matcher(text).replaceAll("$1-" + STARS)));
  }
}
