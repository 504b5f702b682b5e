package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Clean;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Links;
import dev.postmortem.document.Run;
import dev.postmortem.document.Style;
import dev.postmortem.document.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The leaves of rich_text: texts, links, people and the like, each with its style. */
final class RichTextLeaf {
  private static final Pattern CODE_POINTS =
      Pattern.compile("[0-9a-fA-F]{1,6}(?:-[0-9a-fA-F]{1,6}){0,15}");

  private final Naming naming;
  private final Unsupported unsupported;

  RichTextLeaf(Naming naming, Unsupported unsupported) {
    this.naming = naming;
    this.unsupported = unsupported;
  }

  List<Run> read(List<JsonNode> leaves) {
    List<Run> runs = new ArrayList<>(leaves.size());
    for (JsonNode leaf : leaves) {
      Styles styles = styles(leaf);
      for (Inline inline : inlines(leaf)) {
        runs.add(new Run(styles, inline));
      }
    }
    return runs;
  }

  /** The words of leaves that stand in code, where they have no style. */
  String code(List<JsonNode> leaves) {
    StringBuilder code = new StringBuilder();
    for (JsonNode leaf : leaves) {
      String text =
          Json.firstText(leaf, "text", "url", "user_id", "channel_id", "name", "fallback");
      code.append(leaf.path("text").isTextual() ? Json.text(leaf, "text") : text);
    }
    return Clean.text(code.toString());
  }

  private static Styles styles(JsonNode leaf) {
    JsonNode style = leaf.path("style");
    Styles styles = Styles.NONE;
    if (style.isObject()) {
      styles = style.path("bold").asBoolean() ? styles.with(Style.STRONG) : styles;
      styles = style.path("italic").asBoolean() ? styles.with(Style.EMPHASIS) : styles;
      styles = style.path("strike").asBoolean() ? styles.with(Style.STRIKE) : styles;
    }
    return styles;
  }

  private List<Inline> inlines(JsonNode leaf) {
    return switch (Json.type(leaf)) {
      case "text" -> words(Json.text(leaf, "text"), leaf);
      case "link" -> link(leaf);
      case "user" -> List.of(naming.user(Json.text(leaf, "user_id"), ""));
      case "usergroup" -> List.of(naming.group(Json.text(leaf, "usergroup_id"), ""));
      case "channel" -> List.of(naming.channel(Json.text(leaf, "channel_id"), ""));
      case "team" -> List.of(new Inline.Text(Clean.name(Json.text(leaf, "team_id"))));
      case "emoji" -> List.of(emoji(leaf));
      case "broadcast" -> List.of(new Inline.Broadcast(Clean.name(Json.text(leaf, "range"))));
      case "color" -> List.of(new Inline.Text(Clean.name(Json.text(leaf, "value"))));
      case "date" -> List.of(date(leaf));
      default -> List.of(new Inline.Text(unsupported.words(leaf)));
    };
  }

  /** Code goes line by line, since no code within a line can hold a line end. */
  private static List<Inline> words(String raw, JsonNode leaf) {
    String text = Clean.text(raw);
    if (!leaf.path("style").path("code").asBoolean()) {
      return List.of(new Inline.Text(text));
    }
    List<Inline> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!lines.isEmpty()) {
        lines.add(new Inline.Break());
      }
      lines.add(line.isBlank() ? new Inline.Text(line) : new Inline.Code(line));
    }
    return lines;
  }

  private static List<Inline> link(JsonNode leaf) {
    String url = Json.text(leaf, "url");
    String label = Clean.text(Json.text(leaf, "text")).replace('\n', ' ');
    if (!Links.isHarmless(url)) {
      return List.of(Entities.unlinked(Clean.text(url), Escapes.escape(label)));
    }
    String shown = label.isBlank() ? Entities.withoutScheme(url) : label;
    return List.of(new Inline.Link(url, words(shown, leaf)));
  }

  private static Inline emoji(JsonNode leaf) {
    String name = Clean.name(Json.text(leaf, "name"));
    int tone = leaf.path("skin_tone").asInt();
    String toned = EmojiTable.isTone(tone) ? name + "::skin-tone-" + tone : name;
    Optional<String> character = EmojiTable.character(toned).or(() -> unicode(leaf));
    return new Inline.Emoji(toned, character.orElse(null));
  }

  /** Slack tells the character as code points in hexadecimal: {@code 1f44b-1f3fb}. */
  private static Optional<String> unicode(JsonNode leaf) {
    String codes = Json.text(leaf, "unicode");
    if (!CODE_POINTS.matcher(codes).matches()) {
      return Optional.empty();
    }
    StringBuilder character = new StringBuilder();
    for (String code : codes.split("-", -1)) {
      int point = Integer.parseInt(code, 16);
      if (!Character.isValidCodePoint(point)) {
        return Optional.empty();
      }
      character.appendCodePoint(point);
    }
    return Optional.of(Clean.text(character.toString()));
  }

  private static Inline date(JsonNode leaf) {
    return SlackDate.inline(
        Clean.name(Json.text(leaf, "timestamp")),
        Clean.name(Json.text(leaf, "format")),
        Json.text(leaf, "url"),
        Clean.text(Json.text(leaf, "fallback")));
  }
}
