package dev.postmortem.slack.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SharedPicture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedFilesTest {
  private static final String PLACE = "https://files.slack.com/";

  private static Message message(String raw) {
    MessageKey key = new MessageKey("T1", "C1", "1795442709.000100");
    return new Message(key, Kind.MESSAGE, "U1", "", raw, "", null, Instant.EPOCH, false);
  }

  private static List<SharedPicture> read(String files) {
    return SharedFiles.in(message("{\"text\":\"\",\"files\":[" + files + "]}"));
  }

  private static String file(String id, String more) {
    return "{\"id\":\""
        + id
        + "\",\"name\":\"a.png\",\"size\":9,\"mimetype\":\"image/png\",\"url_private\":\""
        + PLACE
        + "p\""
        + more
        + "}";
  }

  @Test
  void a_picture_is_read_with_the_address_that_is_for_downloads() {
    assertThat(
            read(
                file("F1", ",\"url_private_download\":\"" + PLACE + "d\"")
                    + ","
                    + file("F2", ",\"mode\":\"hosted\"")))
        .containsExactly(
            new SharedPicture("T1", "F1", "a.png", "image/png", PLACE + "d", 9),
            new SharedPicture("T1", "F2", "a.png", "image/png", PLACE + "p", 9));
  }

  @Test
  void what_was_taken_back_or_is_elsewhere_is_not_there() {
    assertThat(
            read(
                file("F1", ",\"mode\":\"tombstone\"")
                    + ","
                    + file("F2", ",\"mode\":\"external\"")
                    + ",{\"id\":\"F3\",\"mode\":\"tombstone\"}"))
        .isEmpty();
  }

  @Test
  void slack_is_asked_about_what_it_does_not_tell() {
    assertThat(
            read(
                "{\"id\":\"F1\",\"file_access\":\"check_file_info\"},"
                    + "{\"id\":\"F2\",\"mode\":\"hidden_by_limit\"}"))
        .containsExactly(
            new SharedPicture("T1", "F1", "", "", "", 0),
            new SharedPicture("T1", "F2", "", "", "", 0));
  }

  @Test
  void pictures_of_a_message_that_was_passed_on_count_and_each_once() {
    String raw =
        "{\"files\":["
            + file("F1", "")
            + "],\"attachments\":[{\"files\":["
            + file("F1", "")
            + ","
            + file("F2", "")
            + "]}]}";
    assertThat(SharedFiles.in(message(raw)))
        .extracting(SharedPicture::file)
        .containsExactly("F1", "F2");
    assertThat(SharedFiles.mayBeIn(message(raw))).isTrue();
  }

  @Test
  void what_is_no_picture_or_makes_no_sense_is_passed_over() {
    assertThat(read("null,7,{},{\"id\":7},[],{\"id\":\"F1\",\"mimetype\":\"text/csv\"}")).isEmpty();
    assertThat(read("{\"id\":\"F1\",\"mimetype\":\"image/png\"}")).as("no address").isEmpty();
    assertThat(SharedFiles.in(message("{\"files\":"))).isEmpty();
    assertThat(SharedFiles.mayBeIn(message("{\"text\":\"\\\"files\\\":[{\"}"))).isFalse();
  }
}
