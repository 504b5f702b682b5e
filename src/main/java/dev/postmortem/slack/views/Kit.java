package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of Block Kit that are shown without being typed into, cut to Slack's limits. Texts
 * given here are plain words; they are escaped, so that nothing in them notifies anybody or becomes
 * markup.
 */
public final class Kit {
  /** One mapper for all of Slack's JSON. */
  public static final ObjectMapper JSON = new ObjectMapper();

  private static final int SECTION = 2_900;
  private static final int HEADER = 150;
  private static final int BUTTON = 75;

  private Kit() {}

  /** Blocks in their order. */
  public static ArrayNode blocks(Collection<? extends JsonNode> blocks) {
    return JSON.createArrayNode().addAll(blocks);
  }

  /** Blocks in their order. */
  public static ArrayNode blocks(JsonNode... blocks) {
    return blocks(java.util.List.of(blocks));
  }

  public static ObjectNode header(String words) {
    return block("header").set("text", plain(cut(words, HEADER)));
  }

  public static ObjectNode divider() {
    return block("divider");
  }

  /** A paragraph of plain words; backticks make code, as in the answers of the workflow. */
  public static ObjectNode section(String words) {
    return markup(escape(words));
  }

  /** A paragraph of Slack's markup, whose foreign parts are escaped already. */
  public static ObjectNode markup(String mrkdwn) {
    return block("section").set("text", mrkdwn(mrkdwn));
  }

  /** A paragraph with a button beside it. */
  public static ObjectNode section(String mrkdwn, ObjectNode accessory) {
    ObjectNode section = markup(mrkdwn);
    return section.set("accessory", accessory);
  }

  /** A small line of Slack's markup, whose foreign parts are escaped already. */
  public static ObjectNode context(String mrkdwn) {
    ObjectNode context = block("context");
    context.putArray("elements").add(mrkdwn(mrkdwn));
    return context;
  }

  /** A row of buttons or menus. */
  public static ObjectNode actions(String blockId, ObjectNode... elements) {
    ObjectNode actions = block("actions");
    actions.put("block_id", blockId);
    actions.putArray("elements").addAll(java.util.List.of(elements));
    return actions;
  }

  /** A button; its value comes back when it is clicked. */
  public static ObjectNode button(String words, String action, String value) {
    ObjectNode button = JSON.createObjectNode().put("type", "button");
    button.set("text", plain(cut(words, BUTTON)));
    return button.put("action_id", action).put("value", value);
  }

  /** A button that opens an address in the browser. */
  public static ObjectNode opening(String words, String action, String url) {
    ObjectNode button = JSON.createObjectNode().put("type", "button");
    button.set("text", plain(cut(words, BUTTON)));
    return button.put("action_id", action).put("url", url);
  }

  /** The one button of a group that people most likely want. */
  public static ObjectNode primary(ObjectNode button) {
    return button.put("style", "primary");
  }

  /** A button that asks before it acts. */
  public static ObjectNode asking(ObjectNode button, String title, String question, String yes) {
    ObjectNode confirm = JSON.createObjectNode();
    confirm.set("title", plain(cut(title, 100)));
    confirm.set("text", plain(cut(question, 300)));
    confirm.set("confirm", plain(cut(yes, 30)));
    confirm.set("deny", plain("Not now"));
    return button.set("confirm", confirm);
  }

  /** Names a button for those who hear the page, where its words alone repeat. */
  public static ObjectNode labelled(ObjectNode button, String label) {
    return button.put("accessibility_label", cut(label, 75));
  }

  static ObjectNode plain(String words) {
    return JSON.createObjectNode()
        .put("type", "plain_text")
        .put("text", words.isEmpty() ? " " : words)
        .put("emoji", true);
  }

  private static ObjectNode mrkdwn(String text) {
    return JSON.createObjectNode()
        .put("type", "mrkdwn")
        .put("text", text.isBlank() ? "–" : cutEscaped(text, SECTION))
        .put("verbatim", true);
  }

  static ObjectNode block(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  /** Escapes the three characters that Slack reads as markup. */
  public static String escape(@Nullable String words) {
    return words == null
        ? ""
        : words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Cuts words to a number of characters, never inside one. */
  public static String cut(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    int end = most - 1;
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }

  /** Cuts escaped text, never inside an entity. */
  private static String cutEscaped(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    String cut = cut(text, most);
    int open = Math.max(cut.lastIndexOf('&'), cut.lastIndexOf('<'));
    int closed = Math.max(cut.lastIndexOf(';'), cut.lastIndexOf('>'));
    return open > closed && open > most - 300 ? cut.substring(0, open) + "…" : cut;
  }
}
