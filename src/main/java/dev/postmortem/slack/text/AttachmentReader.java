package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Clean;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Links;
import dev.postmortem.document.Phrase;
import dev.postmortem.document.Style;
import java.util.ArrayList;
import java.util.List;

/** Reads what hangs on a message: the alerts of most bots, previews of links, shared messages. */
final class AttachmentReader {
  private static final int DEEPEST = 4;

  private final MrkdwnReader mrkdwn;
  private final BlockReader blocks;

  AttachmentReader(Naming naming) {
    this.mrkdwn = new MrkdwnReader(naming);
    this.blocks = new BlockReader(naming, new Unsupported());
  }

  List<Block> read(JsonNode attachment) {
    return read(attachment, 0);
  }

  private List<Block> read(JsonNode attachment, int depth) {
    List<Block> all = new ArrayList<>(mrkdwn.read(Json.text(attachment, "pretext")));
    all.addAll(linked(Json.text(attachment, "author_name"), Json.text(attachment, "author_link")));
    all.addAll(BlockReader.strong(title(attachment)));
    all.addAll(body(attachment));
    Json.list(attachment, "fields").forEach(field -> all.addAll(field(field)));
    all.addAll(pictures(attachment));
    all.addAll(nested(attachment, depth));
    all.addAll(mrkdwn.read(Json.text(attachment, "footer")));
    return all.isEmpty() ? fallback(attachment) : all;
  }

  private static List<Block> title(JsonNode attachment) {
    String url = Json.firstText(attachment, "title_link", "from_url", "original_url");
    String title = Json.text(attachment, "title");
    return linked(title.isBlank() ? Json.text(attachment, "service_name") : title, url);
  }

  private static List<Block> linked(String words, String url) {
    String label = Clean.text(Escapes.unescape(words)).replace('\n', ' ').strip();
    if (label.isEmpty() || !Links.isHarmless(url)) {
      return MrkdwnReader.plain(words);
    }
    return List.of(new Block.Paragraph(List.of(new Inline.Link(url, Phrase.of(label)))));
  }

  /** Blocks take the place of the text, as Slack shows them. */
  private List<Block> body(JsonNode attachment) {
    List<Block> body = blocks.read(Json.list(attachment, "blocks"));
    return body.isEmpty() ? mrkdwn.read(Json.text(attachment, "text")) : body;
  }

  private List<Block> field(JsonNode field) {
    List<Block> value = mrkdwn.read(Json.text(field, "value"));
    String title = Clean.name(Escapes.unescape(Json.text(field, "title")));
    if (title.isEmpty()) {
      return value;
    }
    Inline name = Style.STRONG.around(Phrase.of(title + ":"));
    return Phrase.before(List.of(name, new Inline.Text(" ")), value);
  }

  private static List<Block> pictures(JsonNode attachment) {
    List<Block> pictures = new ArrayList<>();
    String url = Json.firstText(attachment, "image_url", "thumb_url");
    if (!url.isEmpty()) {
      String shows = Escapes.unescape(Json.firstText(attachment, "title", "fallback"));
      pictures.add(Pictured.picture(shows, url));
    }
    Json.list(attachment, "files").forEach(file -> pictures.add(Pictured.file(file)));
    return pictures;
  }

  /** A shared message may itself have attachments. */
  private List<Block> nested(JsonNode attachment, int depth) {
    List<Block> nested = new ArrayList<>();
    if (depth < DEEPEST) {
      Json.list(attachment, "attachments").forEach(a -> nested.addAll(read(a, depth + 1)));
    }
    return nested;
  }

  private static List<Block> fallback(JsonNode attachment) {
    return Json.text(attachment, "fallback").isBlank()
        ? List.of()
        : MrkdwnReader.plain(Json.text(attachment, "fallback"));
  }
}
