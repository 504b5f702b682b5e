package dev.postmortem.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonRendererTest {

  private static JsonNode render(Document document) throws IOException {
    return new ObjectMapper()
        .readTree(new JsonRenderer(new MarkdownRenderer()::render).render(document));
  }

  @Test
  void the_document_has_the_shape_that_others_rely_on() throws IOException {
    JsonNode json = render(Documents.short_incident());
    assertThat(json.path("id").asText()).isEqualTo("PM-7");
    assertThat(json.path("zone").asText()).isEqualTo("Europe/London");
    assertThat(json.path("started").asText()).isEqualTo("2018-06-22T02:00:00.000000Z");
    assertThat(json.path("sections").path(1).path("key").asText()).isEqualTo("impact");
    assertThat(json.path("sections").path(1).path("markdown").asText())
        .isEqualTo("Nobody could \\<pay> & leave");
    assertThat(json.path("sections").path(0).path("markdown").asText()).isEmpty();
    assertThat(json.path("participants").path(0).path("role").asText()).isEqualTo("Support Staff");
    assertThat(json.path("tasks").path(0).path("owner").isNull()).isTrue();
    assertThat(json.path("tasks").path(1).path("due").asText()).isEqualTo("2018-07-01");
    assertThat(json.path("questions").path(0).path("answers")).hasSize(1);
    assertThat(json.path("images").isArray()).isTrue();
    assertThat(json.path("meeting").path("minutes").asInt()).isEqualTo(45);
  }

  @Test
  void an_entry_keeps_its_instant_and_its_timestamp() throws IOException {
    JsonNode entry = render(Documents.short_incident()).path("timeline").path(0);
    assertThat(entry.path("at").asText()).isEqualTo("2018-06-22T02:10:00.000100Z");
    assertThat(entry.path("ts").asText()).isEqualTo("1529633400.000100");
    assertThat(entry.path("channel").asText()).isEqualTo("C1");
    assertThat(entry.path("author").path("name").asText()).isEqualTo("Joe Bloggs");
    assertThat(entry.path("kind").asText()).isEqualTo("message");
    assertThat(entry.path("tags").path(0).asText()).isEqualTo("key");
    assertThat(entry.path("permalink").asText()).contains("/archives/C1/p1529633400000100");
    assertThat(entry.path("edited").asBoolean()).isFalse();
    assertThat(entry.path("thread").isNull()).isTrue();
    assertThat(entry.path("revisions")).isEmpty();
  }

  @Test
  void any_text_survives() throws IOException {
    String text = "\"\\\n\t\r\u0000\u001f\u2028</script>é漢😀\uD83D";
    JsonNode read = new ObjectMapper().readTree(JsonText.of(Map.of("k", List.of(text, 1, true))));
    assertThat(read.path("k").path(0).asText()).isEqualTo(text);
    assertThat(JsonText.of(text)).doesNotContain("</script>").doesNotContain("\n");
  }

  @Test
  void a_document_of_hostile_words_is_valid_json() throws IOException {
    Document.Line line = Documents.said(Instant.EPOCH, Documents.JOE, "\"}],{\u0007");
    assertThat(render(Documents.document(List.of(line), List.of(line))).path("timeline"))
        .hasSize(1);
  }
}
