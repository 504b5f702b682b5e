package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.TextRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a message as a whole. What a person typed stands in rich_text, and the text repeats it; a
 * bot may say all, some or none of it again in the text, so each part is shown unless the others
 * hold its words already.
 */
final class MessageReader {
  private final MrkdwnReader mrkdwn;
  private final BlockReader blocks;
  private final AttachmentReader attachments;

  MessageReader(Naming naming) {
    this.mrkdwn = new MrkdwnReader(naming);
    this.blocks = new BlockReader(naming);
    this.attachments = new AttachmentReader(naming);
  }

  List<Block> read(JsonNode message) {
    boolean bot = isBot(message);
    List<JsonNode> drawn = Json.list(message, "blocks");
    List<Block> body = blocks.read(drawn);
    List<Block> hung = attachments(message, bot, body);
    List<Block> all = new ArrayList<>();
    if (!isTyped(drawn, bot) || body.isEmpty() || Unsupported.isAmong(words(body))) {
      all.addAll(text(message, body, hung));
    }
    all.addAll(body);
    all.addAll(hung);
    files(message).forEach(file -> all.add(Pictured.file(file)));
    return all;
  }

  /**
   * Until 2018 a message had one file, and its text told of it; only a picture tells more than
   * that.
   */
  private static List<JsonNode> files(JsonNode message) {
    List<JsonNode> files = Json.list(message, "files");
    JsonNode old = message.path("file");
    String link = Json.text(old, "permalink");
    boolean told = !link.isEmpty() && Json.text(message, "text").contains(link);
    boolean listed = files.stream().anyMatch(file -> file.path("id").equals(old.path("id")));
    if (old.isObject() && !listed && (!told || Pictured.isPicture(old))) {
      files.add(old);
    }
    return files;
  }

  private static boolean isBot(JsonNode message) {
    return !Json.text(message, "bot_id").isEmpty()
        || Json.text(message, "subtype").equals("bot_message");
  }

  private static boolean isTyped(List<JsonNode> blocks, boolean bot) {
    return !bot && blocks.stream().anyMatch(block -> Json.type(block).equals("rich_text"));
  }

  private List<Block> text(JsonNode message, List<Block> body, List<Block> hung) {
    List<Block> text = mrkdwn.read(words(message));
    List<Block> rest = new ArrayList<>(body);
    rest.addAll(hung);
    return unlessSaid(text, rest);
  }

  /** What somebody said about a file may stand beside it alone. */
  private static String words(JsonNode message) {
    String text = Json.text(message, "text");
    String comment = Json.text(message.path("comment"), "comment");
    String initial = Json.text(message.path("file").path("initial_comment"), "comment");
    return Stream.of(text, comment, initial)
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse("");
  }

  private static List<Block> unlessSaid(List<Block> words, List<Block> elsewhere) {
    boolean shows = words.stream().anyMatch(block -> block instanceof Block.Picture);
    return !shows && letters(elsewhere).contains(letters(words)) ? List.of() : words;
  }

  /** The letters and digits alone, so that marks, bullets and spaces make no difference. */
  private static String letters(List<Block> blocks) {
    String words = words(blocks);
    String letters = words.replaceAll("[^\\p{L}\\p{N}]", "");
    return letters.isEmpty() ? words.strip() : letters;
  }

  private static String words(List<Block> blocks) {
    return new TextRenderer().words(blocks);
  }

  /** What hangs on a person's message is somebody else's words. */
  private List<Block> attachments(JsonNode message, boolean bot, List<Block> body) {
    List<Block> all = new ArrayList<>();
    for (JsonNode attachment : Json.list(message, "attachments")) {
      List<Block> words = unlessSaid(attachments.read(attachment), body);
      if (bot) {
        all.addAll(words);
      } else if (!words.isEmpty()) {
        all.add(new Block.Quote(words));
      }
    }
    return all;
  }
}
