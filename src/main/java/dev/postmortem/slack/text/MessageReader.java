package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.TextRenderer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a message as a whole. What a person typed stands in rich_text, and the text repeats it; a
 * bot may say all, some or none of it again in the text, so each part is shown unless the others
 * hold its words already.
 */
final class MessageReader {
  private final Naming naming;
  private final MrkdwnReader mrkdwn;
  private final Unsupported unsupported = new Unsupported();
  private final BlockReader blocks;

  MessageReader(Naming naming) {
    this.naming = naming;
    this.mrkdwn = new MrkdwnReader(naming);
    this.blocks = new BlockReader(naming, unsupported);
  }

  List<Block> read(JsonNode message) {
    boolean bot = isBot(message);
    List<JsonNode> drawn = Json.list(message, "blocks");
    List<Block> body = blocks.read(drawn);
    List<Block> hung = attachments(message, bot, body);
    List<Block> all = new ArrayList<>();
    if (!isTyped(drawn, bot) || body.isEmpty() || unsupported.isMet()) {
      all.addAll(text(message, body, hung));
    }
    all.addAll(body);
    all.addAll(hung);
    for (JsonNode file : files(message)) {
      all.add(Pictured.file(file));
    }
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
    boolean typed = false;
    for (JsonNode block : blocks) {
      typed |= Json.type(block).equals("rich_text");
    }
    return typed && !bot;
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
    if (!text.isBlank()) {
      return text;
    }
    String comment = Json.text(message.path("comment"), "comment");
    String initial = Json.text(message.path("file").path("initial_comment"), "comment");
    return comment.isBlank() ? initial : comment;
  }

  private static List<Block> unlessSaid(List<Block> words, List<Block> elsewhere) {
    if (words.isEmpty() || elsewhere.isEmpty()) {
      return words;
    }
    boolean shows = words.stream().anyMatch(block -> block instanceof Block.Picture);
    return !shows && letters(elsewhere).contains(letters(words)) ? List.of() : words;
  }

  /** The letters and digits alone, so that marks, bullets and spaces make no difference. */
  private static String letters(List<Block> blocks) {
    String words = words(blocks);
    StringBuilder letters = new StringBuilder(words.length());
    words.codePoints().filter(MessageReader::isLetter).forEach(letters::appendCodePoint);
    return letters.isEmpty() ? words.strip() : letters.toString();
  }

  private static boolean isLetter(int c) {
    return switch (Character.getType(c)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  private static String words(List<Block> blocks) {
    return new TextRenderer().words(blocks);
  }

  /** What hangs on a person's message is somebody else's words. */
  private List<Block> attachments(JsonNode message, boolean bot, List<Block> body) {
    List<Block> all = new ArrayList<>();
    for (JsonNode attachment : Json.list(message, "attachments")) {
      List<Block> words = unlessSaid(new AttachmentReader(naming).read(attachment), body);
      if (bot) {
        all.addAll(words);
      } else if (!words.isEmpty()) {
        all.add(new Block.Quote(words));
      }
    }
    return all;
  }
}
