package dev.postmortem.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LongLinkTest {
  @Test
  void a_link_may_be_as_long_as_a_message() {
    String url = "https://x.example/?" + "a=1&".repeat(10_000);
    Inline link = new Inline.Link(url, List.of(new Inline.Text("there")));
    assertThat(new MarkdownRenderer().render(List.of(new Block.Paragraph(List.of(link)))))
        .isEqualTo("[there](" + url + ")\n");
  }
}
