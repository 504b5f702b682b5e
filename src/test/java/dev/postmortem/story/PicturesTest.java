package dev.postmortem.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.SlackFile;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.rehearsal.wire.ApiCall;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Pictures.Kept;
import dev.postmortem.timeline.SlackTime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures are copied with the bot's token, so that the document outlives what Slack keeps. */
class PicturesTest extends Deeds {
  private static final String BASE64 =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==";
  private static final byte[] PNG = Base64.getDecoder().decode(BASE64);
  private static final String SHOWN = "<img src=\"data:image/png;base64," + BASE64;

  @Override
  Company opened(Company fresh) {
    return fresh.with("PM_IMAGE_MAX_MB", "1");
  }

  @BeforeEach
  void an_incident() {
    anIncidentRuns();
  }

  @AfterEach
  void nothing_was_made_public() {
    assertThat(company.slack.journal().calls())
        .isNotEmpty()
        .extracting(ApiCall::method)
        .doesNotContain("files.sharedPublicURL");
  }

  private Message uploads(String name, byte[] bytes) {
    Message message = jane.in(room).uploads(name, "image/png", bytes, "");
    company.settled();
    return message;
  }

  private Map<String, Kept> copies() {
    return company.bot().desk().store().read(records -> records.pictures().copies(1));
  }

  private static SlackFile file(Message message) {
    return message.files().get(0);
  }

  @Test
  void a_picture_stays_in_the_document_when_slack_has_forgotten_it() throws Exception {
    Message message = uploads("queue.png", PNG);
    joe.in(room).reacts("camera_with_flash", message);
    company.settled();
    String permalink = message.json().at("/files/0/permalink").asText();
    company.slack.files().forget(file(message));

    assertThat(paper("html")).contains(SHOWN + "\" alt=\"queue.png\">").contains(permalink);
    assertThat(document()).contains("[![queue.png](" + permalink).doesNotContain("base64");
    String json = paper("json");
    JsonNode image = new ObjectMapper().readTree(json).path("images").path(0);
    assertThat(image.path("name").asText()).isEqualTo("queue.png");
    assertThat(image.path("type").asText()).isEqualTo("image/png");
    assertThat(image.path("size").asInt()).isEqualTo(PNG.length);
    assertThat(image.path("link").asText()).isEqualTo(permalink);
    assertThat(image.path("copied").asBoolean()).isTrue();
    assertThat(json).doesNotContain("base64");
  }

  @Test
  void other_files_are_linked() {
    Message log = jane.in(room).uploads("lag.csv", "text/csv", "a,b".getBytes(UTF_8), "");
    Message drawing = jane.in(room).uploads("a.svg", "image/svg+xml", "<svg/>".getBytes(UTF_8), "");
    company.settled();
    assertThat(copies()).isEmpty();
    assertThat(paper("html"))
        .contains(log.json().at("/files/0/permalink").asText())
        .contains(drawing.json().at("/files/0/permalink").asText())
        .doesNotContain("<img");
  }

  @Test
  void a_file_of_another_workspace_is_asked_for_and_copied() {
    Message shared = jane.in(room).uploadsFromElsewhere("theirs.png", "image/png", PNG);
    jane.in(room).uploadsFromElsewhere("theirs.csv", "text/csv", PNG);
    company.settled();
    assertThat(shared.json().at("/files/0").has("url_private")).isFalse();
    assertThat(copies()).containsOnlyKeys(shared.json().at("/files/0/id").asText());
    String page = paper("html");
    assertThat(page).contains(SHOWN);
    assertThat(page.split("A file of another workspace</figcaption>", -1)).hasSize(3);
  }

  @Test
  void the_page_to_sign_in_is_not_taken_for_a_picture_and_it_is_tried_again() {
    company.slack.withdrawScope("files:read");
    uploads("queue.png", PNG);
    assertThat(copies()).isEmpty();
    assertThat(paper("html")).doesNotContain("<img").contains("queue.png");
    company.slack.grantScope("files:read");
    company.passes(Duration.ofMinutes(1));
    assertThat(copies()).hasSize(1);
  }

  @Test
  void what_only_says_it_is_a_picture_or_is_too_large_is_linked() {
    uploads("page.png", "<script>alert(1)</script>".getBytes(UTF_8));
    uploads("large.png", Arrays.copyOf(PNG, 1024 * 1024 + 1));
    uploads("fits.png", Arrays.copyOf(PNG, 1024 * 1024));
    assertThat(copies().values()).extracting(Kept::size).containsExactly(1024 * 1024);
    assertThat(paper("html")).contains("page.png", "large.png", "alt=\"fits.png\"");
  }

  @Test
  void a_busy_slack_is_left_alone_as_long_as_it_wants() {
    company.slack.faults().next("files-pri", Fault.ratelimited(30));
    uploads("one.png", PNG);
    uploads("two.png", PNG);
    company.passes(Duration.ofSeconds(29));
    assertThat(copies()).isEmpty();
    company.passes(Duration.ofSeconds(1));
    assertThat(copies()).hasSize(2);
  }

  @Test
  void a_slack_that_fails_is_asked_again_also_after_a_restart() {
    company.slack.faults().always("files-pri", Fault.http(503));
    uploads("queue.png", PNG);
    company.passes(Duration.ofMinutes(1));
    assertThat(copies()).isEmpty();
    company.slack.faults().clear();
    company.restarted().passes(Duration.ofMinutes(2));
    assertThat(copies()).hasSize(1);
  }

  /** The message is kept, but the process dies before it looks for pictures in it. */
  private Message keptAtTheLastMoment() {
    company.slack.disconnect();
    Message lost = jane.in(room).uploads("queue.png", "image/png", PNG, "");
    MessageKey key = new MessageKey(company.slack.teamId(), room.id(), lost.ts());
    String raw = lost.json().toString();
    var message =
        new dev.postmortem.timeline.Message(
            key, Kind.MESSAGE, jane.id(), "", raw, "", null, SlackTime.instant(lost.ts()), false);
    assertThat(company.bot().desk().store().<Boolean>write(r -> r.timelines().keep(1, message)))
        .isTrue();
    assertThat(copies()).isEmpty();
    return lost;
  }

  @Test
  void a_picture_of_which_nobody_took_note_before_the_process_died_is_copied_after_it() {
    Message lost = keptAtTheLastMoment();
    company.restarted();
    assertThat(copies()).containsOnlyKeys(file(lost).id());
  }

  @Test
  void it_is_copied_also_where_slack_does_not_show_what_was_said() {
    Message lost = keptAtTheLastMoment();
    company.slack.withdrawScope("channels:history");
    company.restarted();
    assertThat(copies()).containsOnlyKeys(file(lost).id());
  }

  @Test
  void pictures_that_were_shared_while_the_bot_was_away_are_copied() {
    company.slack.disconnect();
    jane.in(room).uploads("queue.png", "image/png", PNG, "");
    company.restarted();
    assertThat(paper("html")).contains(SHOWN);
  }

  @Test
  void a_picture_whose_event_was_lost_is_found_when_the_last_hour_is_read_again() {
    company.slack.deliveries().outage();
    jane.in(room).uploads("queue.png", "image/png", PNG, "");
    company.settled();
    company.slack.deliveries().restored();
    assertThat(copies()).isEmpty();
    company.passes(Duration.ofMinutes(10));
    assertThat(copies()).hasSize(1);
  }

  @Test
  void a_picture_that_was_taken_out_while_nobody_listened_goes() {
    Message message = uploads("badge.png", PNG);
    assertThat(copies()).hasSize(1);
    company.passes(Duration.ofMinutes(1));
    company.slack.deliveries().outage();
    message.losesItsFiles();
    company.settled();
    company.slack.deliveries().restored();
    company.passes(Duration.ofMinutes(10));
    assertThat(copies()).isEmpty();
    assertThat(paper("html")).doesNotContain("<img");
  }

  @Test
  void the_picture_goes_with_the_message_that_its_author_takes_back() {
    Message message = uploads("badge.png", PNG);
    String file = file(message).id();
    assertThat(copies()).containsOnlyKeys(file);
    message.delete();
    company.settled();
    assertThat(copies()).isEmpty();
    String team = company.slack.teamId();
    boolean kept =
        company
            .bot()
            .desk()
            .store()
            .read(records -> records.pictures().bytes(team, file).isPresent());
    assertThat(kept).isFalse();
    assertThat(paper("html")).doesNotContain("badge.png").doesNotContain("<img");
  }

  @Test
  void the_token_does_not_follow_a_redirect_to_somebody_else() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    HttpServer stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          heard.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    stranger.start();
    try {
      company.slack.faults().next("files-pri", Fault.http(503));
      Message message = uploads("queue.png", PNG);
      String there = "http://127.0.0.1:" + stranger.getAddress().getPort() + "/queue.png";
      company.slack.files().move(file(message), there);
      company.passes(Duration.ofMinutes(1));
      company.passes(Duration.ofHours(3));
      assertThat(heard).hasValue(0);
      assertThat(copies()).isEmpty();
    } finally {
      stranger.stop(0);
    }
  }
}
