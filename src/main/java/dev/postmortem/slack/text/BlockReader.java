package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Links;
import dev.postmortem.document.Phrase;
import dev.postmortem.document.Style;
import dev.postmortem.document.TextRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the blocks of a message. */
final class BlockReader {
  private final MrkdwnReader mrkdwn;
  private final Unsupported unsupported;
  private final RichTextReader richText;

  /**
   * @param unsupported learns what could not be shown
   */
  BlockReader(Naming naming, Unsupported unsupported) {
    this.mrkdwn = new MrkdwnReader(naming);
    this.unsupported = unsupported;
    this.richText = new RichTextReader(naming, unsupported);
  }

  List<Block> read(List<JsonNode> blocks) {
    List<Block> all = new ArrayList<>();
    for (JsonNode block : blocks) {
      all.addAll(read(block));
    }
    return all;
  }

  private List<Block> read(JsonNode block) {
    return switch (Json.type(block)) {
      case "rich_text" -> richText.read(block);
      case "section" -> section(block);
      case "header" -> strong(text(block.path("text")));
      case "context" -> context(block);
      case "divider" -> List.of(new Block.Divider());
      case "image" -> image(block);
      case "markdown" -> MrkdwnReader.plain(Escapes.escape(Json.text(block, "text")));
      case "table", "data_table" -> new TableReader(richText).read(block);
      case "video" -> video(block);
      case "input" -> text(block.path("label"));
      // buttons are there to be pressed; they tell nothing
      case "actions", "context_actions" -> List.of();
      default -> MrkdwnReader.plain(Escapes.escape(unsupported.words(block)));
    };
  }

  /** The words of a text object. */
  List<Block> text(JsonNode text) {
    String words = Json.text(text, "text");
    return Json.type(text).equals("plain_text") ? MrkdwnReader.plain(words) : mrkdwn.read(words);
  }

  private List<Block> section(JsonNode block) {
    List<Block> section = new ArrayList<>(text(block.path("text")));
    Json.list(block, "fields").forEach(field -> section.addAll(text(field)));
    JsonNode accessory = block.path("accessory");
    if (Json.type(accessory).equals("image")) {
      section.addAll(image(accessory));
    } else if (Links.isHarmless(Json.text(accessory, "url"))) {
      section.addAll(link(accessory.path("text"), Json.text(accessory, "url")));
    }
    return section;
  }

  private List<Block> link(JsonNode label, String url) {
    String words = new TextRenderer().words(text(label)).replace('\n', ' ');
    Inline text = new Inline.Text(words.isBlank() ? url : words);
    return List.of(new Block.Paragraph(List.of(new Inline.Link(url, List.of(text)))));
  }

  /** The words in strong; a message must not bring headings into the document. */
  static List<Block> strong(List<Block> blocks) {
    List<Block> strong = new ArrayList<>();
    for (Block block : blocks) {
      boolean words = block instanceof Block.Paragraph;
      strong.add(words ? strong((Block.Paragraph) block) : block);
    }
    return strong;
  }

  private static Block strong(Block.Paragraph paragraph) {
    return new Block.Paragraph(List.of(Style.STRONG.around(paragraph.of())));
  }

  /** Small print: all on one line, pictures by what they show. */
  private List<Block> context(JsonNode block) {
    List<Block> all = new ArrayList<>();
    for (JsonNode element : Json.list(block, "elements")) {
      List<Block> words =
          Json.type(element).equals("image")
              ? MrkdwnReader.plain(Escapes.escape(Json.text(element, "alt_text")))
              : text(element);
      all = new ArrayList<>(joined(all, words));
    }
    return all;
  }

  private static List<Block> joined(List<Block> before, List<Block> words) {
    if (before.size() == 1 && before.get(0) instanceof Block.Paragraph line) {
      List<Inline> opening = new ArrayList<>(line.of());
      opening.add(new Inline.Text(" "));
      return Phrase.before(opening, words);
    }
    return Stream.concat(before.stream(), words.stream()).toList();
  }

  private List<Block> image(JsonNode image) {
    String title = new TextRenderer().words(text(image.path("title")));
    String alt = Json.text(image, "alt_text");
    String link = Json.firstText(image, "image_url");
    String kept =
        link.isEmpty() ? Json.firstText(image.path("slack_file"), "permalink", "url") : link;
    return List.of(Pictured.picture(title.isBlank() ? alt : title, kept));
  }

  private List<Block> video(JsonNode block) {
    String url = Json.firstText(block, "title_url", "video_url");
    return Links.isHarmless(url)
        ? link(block.path("title"), url)
        : MrkdwnReader.plain(Escapes.escape(unsupported.words(block)));
  }
}
