package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Document;
import dev.postmortem.document.Documents;
import dev.postmortem.document.HtmlReadBack;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.JsonRenderer;
import dev.postmortem.document.MarkdownRenderer;
import dev.postmortem.document.Outline;
import dev.postmortem.document.ReadBack;
import dev.postmortem.document.TextRenderer;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Writes blocks in every form and reads each back with somebody else's parser. */
final class EveryForm {
  /** The elements and attributes that a document has, and no others. */
  private static final Cleaner CLEANER =
      new Cleaner(
          new Safelist()
              .addTags("h1", "h2", "h3", "p", "blockquote", "pre", "code", "ul", "ol", "li", "div")
              .addTags("strong", "em", "s", "a", "bdi", "span", "time", "br", "hr")
              .addTags("figure", "figcaption", "header", "nav", "main", "section")
              // the picture of the incident
              .addTags("svg", "title", "desc", "g", "rect", "path", "text")
              .addAttributes("figure", "class")
              .addAttributes("svg", "class", "viewbox", "role", "aria-labelledby")
              .addAttributes("title", "id")
              .addAttributes("desc", "id")
              .addAttributes("g", "aria-hidden")
              .addAttributes("rect", "class", "x", "y", "rx", "width", "height")
              .addAttributes("path", "class", "d")
              .addAttributes("text", "class", "x", "y")
              .addAttributes("p", "dir", "class")
              .addAttributes("div", "dir", "class")
              .addAttributes("pre", "tabindex")
              .addAttributes("ol", "start", "class")
              .addAttributes("a", "href", "rel", "id", "tabindex")
              .addAttributes("span", "role", "aria-label")
              .addAttributes("time", "datetime")
              .addAttributes("h2", "id")
              .addAttributes("nav", "class", "aria-label")
              .addAttributes("header", "class")
              .addAttributes("main", "class")
              .addAttributes("section", "aria-labelledby")
              .addProtocols("a", "href", "http", "https", "mailto", "tel", "#"));

  private static final Pattern CALL =
      Pattern.compile("<[!@#]|@(?:here|channel|everyone|group)", Pattern.CASE_INSENSITIVE);

  private EveryForm() {}

  static void of(List<Block> blocks) {
    List<String> said = plain(ReadBack.blocks(blocks));
    assertThat(plain(ReadBack.markdown(new MarkdownRenderer().render(blocks))))
        .as("Markdown")
        .isEqualTo(said);
    String html = new HtmlRenderer().fragment(blocks);
    assertThat(CLEANER.isValidBodyHtml(html)).as("is clean: %s", html).isTrue();
    assertThat(plain(HtmlReadBack.html(Jsoup.parseBodyFragment(html).body())))
        .as("HTML")
        .isEqualTo(said);
    isReadable(new TextRenderer().words(blocks));
    callsNobody(Mrkdwn.write(blocks));
  }

  static void of(Document document) {
    String markdown = new MarkdownRenderer().render(document);
    assertThat(plain(ReadBack.markdown(markdown)))
        .as("Markdown")
        .isEqualTo(plain(ReadBack.blocks(Outline.of(document))));
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    String page = new HtmlRenderer().page(document);
    org.jsoup.nodes.Document html = Jsoup.parse(page, "", parser);
    assertThat(parser.getErrors()).isEmpty();
    html.head().empty();
    assertThat(CLEANER.isValid(html)).as("is clean").isTrue();
    isReadable(new TextRenderer().render(document));
    JsonNode json = SharedCases.parse(new JsonRenderer().render(document));
    for (int i = 0; i < document.timeline().size(); i++) {
      String words = new MarkdownRenderer().render(document.timeline().get(i).words());
      assertThat(json.path("timeline").path(i).path("markdown").asText())
          .isEqualTo(words.stripTrailing());
    }
    SlackForm.of(document);
  }

  /** Spaces around lines, and lines of nothing else at the end, make no difference to a reader. */
  private static List<String> plain(List<String> said) {
    return said.stream()
        .map(words -> words.lines().map(String::strip).collect(Collectors.joining("\n")))
        .map(String::stripTrailing)
        .toList();
  }

  static void isReadable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
      if (half || control) {
        throw new AssertionError("a stray %04x in %s".formatted(c, text));
      }
    }
  }

  static void callsNobody(String text) {
    if (CALL.matcher(text).find()) {
      throw new AssertionError("this calls: " + text);
    }
  }

  static Document.Line line(Document.Line said, List<Block> words) {
    return new Document.Line(
        said.at(),
        said.ts(),
        said.channel(),
        said.author(),
        said.kind(),
        said.tags(),
        words,
        said.permalink(),
        said.edited(),
        said.thread(),
        said.pictures());
  }

  /** A document in whose sections and timeline these words stand. */
  static Document document(List<List<Block>> said) {
    Document.Line line = Documents.said(Instant.EPOCH, Documents.JOE, "");
    List<Document.Line> lines = said.stream().map(words -> line(line, words)).toList();
    return Documents.document(lines, lines.subList(0, Math.min(3, lines.size())));
  }
}
