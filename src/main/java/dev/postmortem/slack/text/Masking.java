package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postmortem.review.secret.Finding;
import dev.postmortem.review.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of what Slack delivers, before anybody keeps or shows it. Everything that
 * can be read is looked at: text, blocks, attachments, names of files, addresses of links. Ids and
 * the addresses by which Slack finds its own things stay as they are.
 */
public final class Masking {
  /** Beside what Slack sent: what was masked in it, in plain words. */
  public static final String KINDS = "masked_kinds";

  private static final Set<String> NOT_READ =
      Set.of(
          "type",
          "subtype",
          "user",
          "user_id",
          "team",
          "team_id",
          "source_team",
          "user_team",
          "channel",
          "channel_id",
          "channel_type",
          "ts",
          "event_ts",
          "thread_ts",
          "latest_reply",
          "parent_user_id",
          "client_msg_id",
          "bot_id",
          "app_id",
          "block_id",
          "action_id",
          "callback_id",
          "id",
          "usergroup_id",
          "permalink",
          "permalink_public",
          "url_private",
          "url_private_download",
          "edit_link",
          "external_id",
          "mimetype",
          "filetype",
          "mode",
          "color",
          "unicode",
          "user_profile",
          "bot_profile",
          "icons",
          "reactions",
          "reply_users",
          "style",
          KINDS);

  private final Secrets secrets;

  public Masking(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * What Slack delivered, without secrets.
   *
   * @param json the same object when there was none
   * @param kinds what was masked, in plain words, sorted
   */
  public record Clean(JsonNode json, Set<String> kinds) {}

  /** Words in Slack's markup, without secrets. */
  public record Words(String text, Set<String> kinds) {}

  /** Masks what somebody typed after a command. */
  public Words typed(String markup) {
    KnownSecrets known = new KnownSecrets(secrets);
    learn(markup, known);
    return new Words(known.isEmpty() ? markup : masked(markup, known), known.kinds());
  }

  /** Masks a message, or any other part of what Slack delivers; what is given is not changed. */
  public Clean tree(JsonNode given) {
    KnownSecrets known = new KnownSecrets(secrets);
    learn(given, known);
    if (known.isEmpty()) {
      return new Clean(given, Set.of());
    }
    JsonNode copy = given.deepCopy();
    mask(copy, known);
    return new Clean(copy, known.kinds());
  }

  /** Masks a message, and notes in it what was masked. */
  public JsonNode message(JsonNode message) {
    Clean clean = tree(message);
    if (!clean.kinds().isEmpty() && clean.json() instanceof ObjectNode object) {
      ArrayNode kinds = object.putArray(KINDS);
      clean.kinds().forEach(kinds::add);
    }
    return clean.json();
  }

  private void learn(JsonNode node, KnownSecrets known) {
    if (node.isTextual()) {
      learn(node.textValue(), known);
    } else if (isRichText(node)) {
      new RichTextMask(node).learn(known);
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (isRead(field.getKey())) {
          learn(field.getValue(), known);
        }
      }
    } else {
      for (JsonNode child : node) {
        learn(child, known);
      }
    }
  }

  private static void learn(String markup, KnownSecrets known) {
    if (Visible.isPlain(markup)) {
      known.learn(markup);
      return;
    }
    Visible visible = Visible.of(markup);
    known.learn(visible.text());
    for (Visible.Link link : visible.links()) {
      if (!link.isBare()) {
        known.learn(Escapes.unescape(markup.substring(link.start() + 1, link.bar())));
      }
    }
  }

  private static boolean isRichText(JsonNode node) {
    return node.isObject() && node.path("type").asText().equals("rich_text");
  }

  /** Of the pictures of a file Slack makes many sizes, each at an address of its own. */
  private static boolean isRead(String field) {
    boolean size = field.length() > 6 && Character.isDigit(field.charAt(6));
    return !NOT_READ.contains(field)
        && !(size && (field.startsWith("thumb_") || field.startsWith("image_")));
  }

  private static void mask(JsonNode node, KnownSecrets known) {
    if (isRichText(node)) {
      new RichTextMask(node).mask(known);
    } else if (node instanceof ObjectNode object) {
      // the same words once more, cut up by the tags that colour them
      object.remove("preview_highlight");
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (isRead(name)) {
          object.set(name, masked(name, object.get(name), known));
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, masked("", array.get(i), known));
      }
    }
  }

  private static JsonNode masked(String name, JsonNode value, KnownSecrets known) {
    if (!value.isTextual()) {
      mask(value, known);
      return value;
    }
    String text = value.textValue();
    boolean address = name.endsWith("url") || name.endsWith("link");
    String masked = address ? addressMasked(text, known) : masked(text, known);
    return masked.equals(text) ? value : TextNode.valueOf(masked);
  }

  /** An address stays one: what is masked in it is a word without spaces. */
  private static String addressMasked(String address, KnownSecrets known) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Finding finding : known.in(address)) {
      out.append(address, from, finding.start()).append("masked");
      from = finding.end();
    }
    return out.append(address.substring(from)).toString();
  }

  /** The markup with masks; a link that holds a secret becomes the words that it showed. */
  static String masked(String markup, KnownSecrets known) {
    String flat = Visible.isPlain(markup) ? markup : unlinked(markup, known);
    Visible visible = Visible.of(flat);
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Finding finding : known.in(visible.text())) {
      out.append(flat, from, visible.begin(finding.start())).append(finding.mask());
      from = visible.end(finding.end() - 1);
    }
    return out.append(flat.substring(from)).toString();
  }

  private static String unlinked(String markup, KnownSecrets known) {
    Visible visible = Visible.of(markup);
    List<Finding> found = known.in(visible.text());
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Visible.Link link : visible.links()) {
      int label = link.isBare() ? link.start() + 1 : link.bar() + 1;
      Finding hidden =
          link.isBare() ? null : first(markup.substring(link.start() + 1, link.bar()), known);
      boolean shown =
          found.stream()
              .anyMatch(
                  finding ->
                      visible.begin(finding.start()) < link.end()
                          && visible.end(finding.end() - 1) > label);
      if (shown || hidden != null) {
        out.append(markup, from, link.start()).append(markup, label, link.end() - 1);
        out.append(shown || hidden == null ? "" : " " + hidden.mask());
        from = link.end();
      }
    }
    return out.append(markup.substring(from)).toString();
  }

  private static @Nullable Finding first(String address, KnownSecrets known) {
    List<Finding> found = known.in(Escapes.unescape(address));
    return found.isEmpty() ? null : found.get(0);
  }
}
