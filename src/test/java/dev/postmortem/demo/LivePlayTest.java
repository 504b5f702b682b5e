package dev.postmortem.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.WiredBot;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.browser.Controls;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The play as a visitor has it. The visitor acts while the play rests; nobody sleeps. */
class LivePlayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Map<String, Deed> deeds = new LinkedHashMap<>();
  private final List<Throwable> wrong = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private LivePlay play;

  /** What a visitor does once. */
  private interface Deed {
    void done() throws Exception;
  }

  private void open(Duration patience) throws Refused {
    Incident incident = new ScriptedIncident(Script.read());
    House house = House.open(incident.begins(), patience);
    house.start(WiredBot::start, 0, incident.settle(house.slack()));
    play = new LivePlay(house, incident, new PrintWriter(new StringWriter()), this::rest);
  }

  @AfterEach
  void close() {
    play.close();
  }

  /** What is to be done in this phase is done; in one that nobody thought of, time passes. */
  private Duration rest(Object lock, Duration most) {
    JsonNode state = play.controls().state();
    String phase = state.path("ended").asBoolean() ? "ended" : state.path("phase").asText();
    Deed deed = deeds.remove(phase);
    if (deed == null && phase.equals("ended")) {
      deed = play::close;
    }
    if (deed == null) {
      assertThat(most)
          .as("a pause that nobody ends, in " + phase)
          .isLessThan(Duration.ofMinutes(1));
      return most;
    }
    try {
      deed.done();
    } catch (Exception | AssertionError e) {
      wrong.add(e);
      play.close();
    }
    return Duration.ZERO;
  }

  /** What goes wrong in a deed is not for the play to hear. */
  private void run() {
    play.run();
    assertThat(wrong).isEmpty();
  }

  private void command(String verb) throws Controls.Refused {
    play.controls().command(verb, arguments());
  }

  private static ObjectNode arguments() {
    return JsonNodeFactory.instance.objectNode();
  }

  private void advance(String until) throws Controls.Refused {
    play.controls().command("advance", arguments().put("until", until));
  }

  private Instant now() {
    return Instant.parse(play.controls().state().path("now").asText());
  }

  private Channel room() {
    return play.slack().find("inc-1117-checkout").orElseThrow();
  }

  private String broadcast() {
    return play.slack().transcript(play.slack().find("postmortems").orElseThrow());
  }

  private List<String> dues() {
    return play.controls().state().path("next").findValuesAsText("label");
  }

  @Test
  void it_waits_for_play_and_goes_to_the_published_document() throws Refused {
    open(PATIENCE);
    deeds.put(
        "",
        () -> {
          assertThat(play.controls().state().path("said").asText()).contains("Press Play");
          assertThat(play.slack().transcript(room())).doesNotContain("FIRING");
          command("resume");
        });
    deeds.put(
        "What do we see?",
        () -> {
          assertThat(play.controls().state().path("zone").asText()).isEqualTo("Europe/London");
          assertThat(play.controls().state().path("speed").asDouble()).isEqualTo(1);
          play.controls().command("speed", arguments().put("factor", 60));
        });
    deeds.put("The review meeting is planned", () -> told.addAll(dues()));
    deeds.put("The review meeting", () -> told.add("met at " + now()));
    deeds.put("ended", () -> told.add(play.controls().state().path("said").asText()));
    List<Boolean> changes = new ArrayList<>();
    play.controls().onChange(() -> changes.add(true));
    run();
    assertThat(told)
        .contains("the reminder of the meeting", "the meeting")
        .anyMatch(line -> line.startsWith("met at 2026-11-19T14:"))
        .last()
        .asString()
        .contains("the post-mortem is published");
    assertThat(broadcast()).contains("Checkout times out");
    assertThat(changes).hasSizeGreaterThan(20);
  }

  @Test
  void who_joins_in_and_takes_over_is_alone_and_reminded_when_the_clock_is_advanced()
      throws Refused {
    open(PATIENCE);
    deeds.put("", () -> command("resume"));
    deeds.put("What do we see?", () -> advance("2026-11-17T22:51:30Z"));
    deeds.put(
        "The first remedies",
        () -> play.slack().member("hana").in(room()).says("What can I do to help?"));
    deeds.put("Devika Rao fills in the sections", () -> command("takeOver"));
    deeds.put(
        "ended",
        () -> {
          assertThat(play.controls().state().path("takenOver").asBoolean()).isTrue();
          assertThat(play.controls().state().path("playing").asBoolean()).isTrue();
          assertThatThrownBy(() -> command("takeOver")).hasMessageContaining("over already");
          assertThatThrownBy(() -> command("step")).isInstanceOf(Controls.Refused.class);
          var owner = play.slack().member("devika");
          owner.clicks(owner.dm().sees("you are its point person"), "Meeting");
          owner
              .modal("Plan the meeting")
              .pickUser("Moderator", play.slack().member("noor"))
              .pickUser("Note-taker", play.slack().member("lukasz"))
              .submit();
          play.controls().command("advance", arguments().put("minutes", 1));
          deeds.put("ended", this::goesToTheMeeting);
        });
    run();
    assertThat(told).containsExactly("reminded");
    assertThat(play.slack().transcript(room())).contains("What can I do to help?");
  }

  private void goesToTheMeeting() throws Controls.Refused {
    assertThat(dues()).contains("the reminder of the meeting", "the meeting");
    String meeting =
        play.controls().state().path("next").findParents("at").stream()
            .filter(due -> due.path("label").asText().equals("the meeting"))
            .map(due -> due.path("at").asText())
            .findFirst()
            .orElseThrow();
    advance(meeting);
    deeds.put(
        "ended",
        () -> {
          assertThat(now()).isEqualTo(Instant.parse(meeting));
          Message reminder = play.slack().member("devika").dm().sees("Reminder");
          assertThat(reminder.ts()).isLessThan(String.valueOf(now().getEpochSecond()));
          told.add("reminded");
        });
  }

  @Test
  void a_visitor_who_is_first_ends_the_script_with_a_sentence() throws Refused {
    open(Duration.ofSeconds(4));
    deeds.put("", () -> command("resume"));
    deeds.put(
        "Something is wrong with the checkout",
        () -> play.slack().member("maya").in(room()).types("/pm start I was faster"));
    deeds.put("ended", () -> told.add(play.controls().state().path("said").asText()));
    run();
    assertThat(told).singleElement().asString().startsWith("The script ends here, as nobody found");
    assertThat(told.get(0)).doesNotContain("\n", "Exception").hasSizeLessThan(240);
    assertThat(play.controls().state().path("takenOver").asBoolean()).isFalse();
  }
}
