package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.document.Block;
import dev.postmortem.document.Document;
import dev.postmortem.document.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanvasTextTest {

  private static String written(Block... blocks) {
    Document.Line line = Documents.said(Instant.EPOCH, Documents.JANE, "see");
    List<Block> words = new ArrayList<>(line.words());
    words.addAll(List.of(blocks));
    Document.Line full = EveryForm.line(line, words);
    Document document = Documents.document(List.of(full), List.of());
    return String.join("\n", CanvasText.of(document));
  }

  @Test
  void what_a_canvas_refuses_is_said_in_another_way() {
    Block list = new Block.Bullets(List.of(List.of(Documents.paragraph("point"))));
    Block numbers = new Block.Numbered(3, List.of(List.of(Documents.paragraph("third"), list)));
    String markdown =
        written(
            new Block.Quote(List.of(Documents.paragraph("quoted"), list)),
            new Block.Quote(List.of(Documents.paragraph("only words"))),
            numbers,
            new Block.Picture("a graph", "https://example.com/g.png", null));
    assertThat(markdown)
        .contains(
            "quoted", "point", "> only words", "third", "[a graph](https://example.com/g.png)")
        .doesNotContainPattern("(?m)^\\s*>.*[-*] point")
        .doesNotContain("![", "####");
  }

  @Test
  void a_long_document_comes_in_pieces_and_nothing_is_lost() {
    List<String> pieces = CanvasText.of(Documents.long_incident(700, "entry number "));
    assertThat(pieces).isNotEmpty();
    String all = String.join("\n", pieces);
    for (int i = 0; i < 700; i++) {
      assertThat(all).contains("entry number " + i);
    }
    assertThat(CanvasText.of(Documents.long_incident(3_000, "long ".repeat(100)))).isEmpty();
  }
}
