package dev.postmortem.rehearsal.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks within a line of mrkdwn. */
final class Inline {
  private static final Pattern TOKEN =
      Pattern.compile(
          "`(?<code>[^`\\n]+)`|<(?<entity>[^<>\\n]+)>|:(?<emoji>[a-z0-9_+'-]+(?:::skin-tone-[2-6])?):"
              + "|(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\w*])"
              + "|(?<![\\w_])_(?<italic>[^\\s_](?:[^\\n]*?[^\\s_])?)_(?![\\w_])"
              + "|(?<![\\w~])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\w~])");
  private static final Map<String, String> STYLES =
      Map.of("bold", "bold", "italic", "italic", "strike", "strike");

  private Inline() {}

  static void leaves(String text, ObjectNode style, ArrayNode out) {
    Matcher token = TOKEN.matcher(text);
    int from = 0;
    while (token.find()) {
      text(text.substring(from, token.start()), style, out);
      token(token, style, out);
      from = token.end();
    }
    text(text.substring(from), style, out);
  }

  private static void token(Matcher token, ObjectNode style, ArrayNode out) {
    if (token.group("code") != null) {
      text(token.group("code"), with(style, "code"), out);
    } else if (token.group("entity") != null) {
      out.add(styled(Entity.leaf(token.group("entity")), style));
    } else if (token.group("emoji") != null) {
      out.add(styled(emoji(token.group("emoji")), style));
    } else {
      STYLES.forEach((group, name) -> nested(token.group(group), with(style, name), out));
    }
  }

  @SuppressWarnings("NullAway") // a group that did not match is null
  private static void nested(String inner, ObjectNode style, ArrayNode out) {
    if (inner != null) {
      leaves(inner, style, out);
    }
  }

  private static void text(String text, ObjectNode style, ArrayNode out) {
    if (!text.isEmpty()) {
      out.add(styled(Json.of("type", "text", "text", Stored.unescape(text)), style));
    }
  }

  private static ObjectNode emoji(String name) {
    int tone = name.indexOf("::skin-tone-");
    return tone < 0
        ? Json.of("type", "emoji", "name", name)
        : Json.of(
            "type",
            "emoji",
            "name",
            name.substring(0, tone),
            "skin_tone",
            Integer.parseInt(name.substring(tone + 12)));
  }

  private static ObjectNode with(ObjectNode style, String name) {
    return style.deepCopy().put(name, true);
  }

  private static ObjectNode styled(ObjectNode leaf, ObjectNode style) {
    if (!style.isEmpty()) {
      leaf.set("style", style.deepCopy());
    }
    return leaf;
  }
}
