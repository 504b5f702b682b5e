package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No key is sent that Slack's own samples do not have; where the samples are not at hand, this is
 * skipped.
 */
class SampleKeysTest {
  private static final Path CASES = Path.of("../shared/cases");

  /**
   * What Slack documents beyond its samples: parts with keys of their own, and keys the samples
   * lost.
   */
  private static final Set<String> FREE =
      Set.of("blocks", "attachments", "values", "actions", "shares", "metadata");

  private static final Map<String, Set<String>> DOCUMENTED =
      Map.of(
          "/event", Set.of("app_id", "inviter"),
          "/event/message", Set.of("app_id", "files", "metadata"),
          "/event/previous_message", Set.of("app_id", "files", "metadata"),
          "/event/view", Set.of("blocks"),
          "/event/view/state", Set.of("values"),
          "/view", Set.of("blocks"),
          "/view/state", Set.of("values"),
          "/state", Set.of("values"),
          "/message/reactions", Set.of("users"),
          "/event/root", Set.of("app_id"));

  private final Stage stage = new Stage();

  @BeforeEach
  void samplesAreAtHand() {
    assumeTrue(Files.isDirectory(CASES));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void events_have_no_key_that_the_samples_lack() {
    play();
    stage.slack.settle();
    Map<String, JsonNode> samples = samples("events");
    Set<String> looked = new HashSet<>();
    for (AppDouble.Received request : List.copyOf(stage.app.received())) {
      String sample = sampleOf(request.event());
      looked.add(sample);
      assertThat(samples).as(request.body()).containsKey(sample);
      assertThat(strangers("", request.envelope(), samples.get(sample)))
          .as(sample + " " + request.body())
          .isEmpty();
    }
    assertThat(looked).hasSizeGreaterThan(14);
  }

  private static String sampleOf(JsonNode event) {
    String subtype =
        event
            .path("subtype")
            .asText("")
            .replaceFirst("_message$", "")
            .replaceFirst("^message_", "");
    String name =
        event.path("type").asText() + (subtype.isEmpty() ? "" : "_" + subtype) + "_payload";
    if (event.path("type").asText().equals("app_mention")) {
      name = "app_mention_payload";
    }
    return Stream.of(name.split("_", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private void play() {
    Place joe = stage.joe.in(stage.room);
    Message plain = joe.says(stage.slack.bot().mention() + " *it* is down");
    Message reply = stage.jane.in(stage.room).replies(plain, "looking");
    joe.repliesToChannelToo(plain, "both");
    joe.emotes("waves");
    joe.reacts("boom", plain).unreacts("boom", plain);
    joe.uploads("a.png", "image/png", new byte[] {1}, "look").edit("look here");
    Message alert = stage.slack.webhook("PagerDuty").in(stage.room).alerts("[{\"text\":\"x\"}]");
    stage.slack.otherApp("Deploys").in(stage.room).says("done");
    joe.repliesToChannelToo(alert, "mine");
    stage.app.call(
        "chat.postMessage",
        "channel",
        stage.room.id(),
        "text",
        "a",
        "metadata",
        Json.parse("{\"event_type\":\"a\",\"event_payload\":{}}"));
    plain.edit("it is up").unfurls("https://x.example", "X", "x");
    reply.edit("looked");
    reply.delete();
    plain.delete();
    stage.room.topic(stage.joe, "down").rename("inc-43").archive().unarchive();
    stage
        .slack
        .channel("later", stage.joe)
        .invite(stage.slack.bot())
        .invite(stage.jane)
        .remove(stage.jane);
    stage.joe.becomes("Boss");
    stage.joe.opensHome();
    stage.room.makePrivate();
    stage.slack.uninstall();
  }

  @Test
  void interactions_have_no_key_that_the_samples_lack() {
    String view =
        """
        {"type":"modal","notify_on_close":true,"title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"S"},
         "blocks":[{"type":"input","label":{"type":"plain_text","text":"L"},"element":{"type":"plain_text_input"}},
         {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"B"}}]}]}
        """;
    stage.joe.in(stage.room).types("/pm start");
    String trigger = stage.app.lastGesture().form().path("trigger_id").asText();
    check("SlashCommandPayload", stage.app.lastGesture().form());
    stage.app.call("views.open", "trigger_id", trigger, "view", Json.parse(view));
    Modal modal = stage.joe.modal().fill("L", "x");
    modal.click("B");
    check("BlockActionPayload", stage.app.lastGesture().payload());
    stage.app.acknowledges("{\"response_action\":\"update\",\"view\":" + view + "}");
    modal.submit();
    check("ViewSubmissionPayload", stage.app.lastGesture().payload());
    modal.close();
    check("ViewClosedPayload", stage.app.lastGesture().payload());
    Message said = stage.joe.in(stage.room).says("x");
    stage.jane.in(stage.room).reacts("boom", said);
    stage.slack.settle();
    stage.joe.in(stage.room).shortcut("Make a task", said);
    check("MessageShortcutPayload", stage.app.lastGesture().payload());
  }

  private void check(String sample, JsonNode payload) {
    assertThat(strangers("", payload, samples("payloads").get(sample)))
        .as(sample + " " + payload)
        .isEmpty();
  }

  private static Set<String> strangers(String at, JsonNode sent, JsonNode sample) {
    Set<String> strangers = new TreeSet<>();
    if (sent.isArray() && sample.isArray() && !sent.isEmpty() && !sample.isEmpty()) {
      return strangers(at, sent.get(0), sample.get(0));
    }
    for (Map.Entry<String, JsonNode> property : sent.properties()) {
      String name = property.getKey();
      if (sample.has(name)) {
        strangers.addAll(
            FREE.contains(name)
                ? Set.of()
                : strangers(at + "/" + name, property.getValue(), sample.get(name)));
      } else if (!DOCUMENTED.getOrDefault(at, Set.of()).contains(name)) {
        strangers.add(at + "/" + name);
      }
    }
    return strangers;
  }

  private static Map<String, JsonNode> samples(String folder) {
    Map<String, JsonNode> samples = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(CASES.resolve(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        samples.put(
            file.getFileName().toString().replace(".json", ""), Json.parse(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return samples;
  }
}
