package dev.postmortem.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.browser.Controls.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a visitor can ask of a play, and what it tells them. */
class PlayControlsTest {
  private static final Instant NOW = Instant.parse("2026-11-17T22:40:00Z");
  private final Tempo.Time time = new Held();
  private final Tempo tempo = new Tempo(time, (lock, most) -> Duration.ZERO);
  private final PlayControls controls = new PlayControls(tempo, time, ZoneId.of("Europe/London"));

  private static final class Held implements Tempo.Time {
    @Override
    public Instant now() {
      return NOW;
    }

    @Override
    public void leap(Instant then) {
      throw new AssertionError("nobody let time pass");
    }
  }

  private static ObjectNode arguments() {
    return JsonNodeFactory.instance.objectNode();
  }

  private void refuses(String sentence, String verb, ObjectNode arguments) {
    assertThatThrownBy(() -> controls.command(verb, arguments))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void it_tells_how_the_play_stands() throws Refused {
    controls.begins("What do we see?");
    controls.passed(List.of(new Due("the meeting", NOW.plusSeconds(3600))));
    controls.command("resume", arguments());
    controls.command("speed", arguments().put("factor", 10));
    assertThat(controls.state().toString())
        .isEqualTo(
            "{\"phase\":\"What do we see?\",\"said\":\"What do we see?\",\"playing\":true,\"speed\":10.0,"
                + "\"takenOver\":false,\"ended\":false,\"now\":\"2026-11-17T22:40:00Z\","
                + "\"zone\":\"Europe/London\",\"next\":[{\"label\":\"the meeting\","
                + "\"at\":\"2026-11-17T23:40:00Z\"}]}");
  }

  @Test
  void every_change_is_told() throws Refused {
    List<String> told = new ArrayList<>();
    controls.onChange(() -> told.add(controls.state().path("playing").asText()));
    controls.command("resume", arguments());
    controls.command("pause", arguments());
    assertThat(told).containsExactly("true", "false");
  }

  @Test
  void time_goes_only_forward_and_not_for_ever() {
    refuses("has passed", "advance", arguments().put("until", "2020-01-01T00:00:00Z"));
    refuses("has passed", "advance", arguments());
    refuses("60 days", "advance", arguments().put("until", "2027-06-01T00:00:00Z"));
    refuses("Say until when", "advance", arguments().put("until", "tomorrow"));
    refuses("Say until when", "advance", arguments().put("minutes", Long.MAX_VALUE));
  }

  @Test
  void a_speed_is_a_number_that_one_can_follow() {
    for (double factor : new double[] {0, -1, 1000, Double.NaN}) {
      refuses("minutes in a second", "speed", arguments().put("factor", factor));
    }
    refuses("minutes in a second", "speed", arguments());
  }

  @Test
  void what_nobody_knows_is_refused() {
    refuses("knows no “explode”", "explode", arguments());
  }

  @Test
  void a_script_can_be_left_once() throws Refused {
    controls.command("takeOver", arguments());
    assertThat(controls.state().path("takenOver").asBoolean()).isTrue();
    assertThat(controls.state().path("said").asText()).contains("You have taken over");
    refuses("over already", "takeOver", arguments());
    refuses("over already", "step", arguments());
    controls.ends("");
    assertThat(controls.state().path("said").asText()).contains("You have taken over");
  }
}
