package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.wire.HttpAnswer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilesTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void an_upload_takes_three_steps_and_is_shared_in_its_own_time() {
    JsonNode first = stage.app.call("files.getUploadURLExternal", "filename", "pm.md", "length", 5);
    assertThat(
            stage
                .app
                .post(first.path("upload_url").asText(), "application/octet-stream", "hello")
                .statusCode())
        .isEqualTo(200);
    JsonNode files = Json.array(Json.of("id", first.path("file_id").asText(), "title", "Draft"));
    JsonNode done =
        stage.app.call(
            "files.completeUploadExternal",
            "files",
            files,
            "channel_id",
            stage.room.id(),
            "initial_comment",
            "the draft");
    assertThat(done.at("/files/0/title").asText()).isEqualTo("Draft");
    Message shared = stage.room.message("the draft");
    assertThat(shared.files().get(0).content()).isEqualTo("hello");
    stage.slack.settle();
    assertThat(stage.app.last().event().path("subtype").asText()).isEqualTo("file_share");
    JsonNode info = stage.app.call("files.info", "file", first.path("file_id").asText());
    assertThat(info.at("/file/shares/public/" + stage.room.id() + "/0/ts").asText())
        .isEqualTo(shared.ts());
    assertThat(
            stage.app.call("files.completeUploadExternal", "files", files).path("ok").asBoolean())
        .isFalse();
  }

  @Test
  void a_multipart_upload_is_taken_and_a_wrong_length_or_none_is_not() {
    JsonNode first = stage.app.call("files.getUploadURLExternal", "filename", "pm.md", "length", 5);
    String body =
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhello\r\n--xyz--\r\n";
    String url = first.path("upload_url").asText();
    assertThat(stage.app.post(url, "multipart/form-data; boundary=xyz", body).statusCode())
        .isEqualTo(200);
    assertThat(stage.app.post(url, "text/plain", "hello!").statusCode()).isEqualTo(400);
    assertThat(
            stage
                .app
                .call("files.getUploadURLExternal", "filename", "x", "length", 0)
                .path("error")
                .asText())
        .isEqualTo("missing_argument");
  }

  @Test
  void a_download_with_a_bad_token_is_the_page_to_sign_in() {
    byte[] bytes = "a,b".getBytes(StandardCharsets.UTF_8);
    Message message = stage.joe.in(stage.room).uploads("graph.csv", "text/csv", bytes, "");
    String url = message.json().at("/files/0/url_private").asText();
    HttpAnswer good = stage.slack.files().download(url, stage.slack.botToken());
    assertThat(good.body()).isEqualTo("a,b");
    assertThat(good.contentType()).isEqualTo("text/csv");
    stage.slack.withdrawScope("files:read");
    HttpAnswer withoutScope = stage.slack.files().download(url, stage.slack.botToken());
    assertThat(withoutScope.contentType()).startsWith("text/html");
    HttpAnswer bad = stage.slack.files().download(url, "xoxb-bad");
    assertThat(bad.status()).isEqualTo(200);
    assertThat(bad.contentType()).startsWith("text/html");
  }

  @Test
  void a_download_fails_as_it_is_told_to_and_ends_when_the_file_is_forgotten() {
    Message message = stage.joe.in(stage.room).uploads("a.png", "image/png", new byte[] {1}, "");
    String url = message.json().at("/files/0/url_private").asText();
    stage.slack.faults().next("files-pri", Fault.ratelimited(7));
    assertThat(stage.slack.files().download(url, stage.slack.botToken()).status()).isEqualTo(429);
    assertThat(stage.slack.files().download(url, stage.slack.botToken()).status()).isEqualTo(200);
    SlackFile file = message.files().get(0);
    stage.slack.files().move(file, url + "2");
    assertThat(stage.slack.files().download(url, stage.slack.botToken()).status()).isEqualTo(302);
    stage.slack.files().forget(file);
    assertThat(stage.slack.files().download(url + "2", stage.slack.botToken()).status())
        .isEqualTo(404);
  }

  @Test
  void a_file_from_elsewhere_is_an_id_that_one_asks_about() {
    Message message =
        stage.joe.in(stage.room).uploadsFromElsewhere("a.png", "image/png", new byte[] {1});
    JsonNode stub = message.json().at("/files/0");
    assertThat(stub.path("file_access").asText()).isEqualTo("check_file_info");
    assertThat(stub.has("mimetype")).isFalse();
    JsonNode info = stage.app.call("files.info", "file", stub.path("id").asText());
    assertThat(info.at("/file/mimetype").asText()).isEqualTo("image/png");
    assertThat(info.at("/file/url_private").asText()).isNotEmpty();
  }
}
