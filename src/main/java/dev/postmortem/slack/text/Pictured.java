package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Clean;
import dev.postmortem.document.ImageFile;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Links;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files and pictures: what they are called and where they can be looked at. */
final class Pictured {
  private Pictured() {}

  /** A picture; without a link where its address is not one to be followed. */
  static Block picture(String shows, String url) {
    return picture(shows, url, null);
  }

  private static Block picture(String shows, String url, @Nullable ImageFile file) {
    String alt = Clean.name(shows);
    String link = Links.isHarmless(url) ? withoutToken(url) : null;
    return new Block.Picture(alt.isEmpty() ? "Picture" : alt, link, null, file);
  }

  /** In an export the addresses of files carry a token that opens them to everybody. */
  private static String withoutToken(String url) {
    int query = url.indexOf('?');
    return query > 0 && url.startsWith("https://files.slack.com/") ? url.substring(0, query) : url;
  }

  static boolean isPicture(JsonNode file) {
    return Json.text(file, "mimetype").startsWith("image/");
  }

  /** A file that was shared: a picture as one, anything else as a link to it. */
  static Block file(JsonNode file) {
    String name = name(file);
    String mode = Json.text(file, "mode");
    if (mode.equals("tombstone") || mode.equals("hidden_by_limit")) {
      return paragraph(new Inline.Text("[a file that Slack no longer shows]"));
    }
    String url = Json.firstText(file, "permalink", "url_private");
    if (Json.text(file, "file_access").equals("check_file_info")) {
      // what it is Slack tells only whom asks; it is shown when that was a picture
      return picture("A file of another workspace", url, image(file));
    }
    if (isPicture(file)) {
      return picture(name, url, image(file));
    }
    String title = Clean.name(name);
    Inline text = new Inline.Text(title.isEmpty() ? "File" : title);
    return paragraph(
        Links.isHarmless(url) ? new Inline.Link(withoutToken(url), List.of(text)) : text);
  }

  /** Of a file that is gone there may be no more than its id. */
  private static String name(JsonNode file) {
    String name = Json.firstText(file, "alt_txt", "title", "name");
    String id = Json.text(file, "id");
    return name.isEmpty() && !id.isEmpty() ? "File " + id : name;
  }

  private static ImageFile image(JsonNode file) {
    return new ImageFile(
        Json.text(file, "id"),
        Clean.name(Json.text(file, "name")),
        Json.text(file, "mimetype"),
        file.path("size").asLong(0),
        false);
  }

  private static Block paragraph(Inline inline) {
    return new Block.Paragraph(List.of(inline));
  }
}
