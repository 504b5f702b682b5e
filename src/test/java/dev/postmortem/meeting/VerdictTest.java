package dev.postmortem.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which meetings are refused, and which are advised against. */
class VerdictTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** A Wednesday, 15:00 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-18T14:00:00Z");

  private static Plan plan(String at, int minutes, String reason) {
    return new Plan(Instant.parse(at), Duration.ofMinutes(minutes), ZONE, "U1", "U2", reason);
  }

  private static Verdict of(Plan plan) {
    return Verdict.of(plan, NOW, NOW, Policy.DEFAULT);
  }

  @Test
  void a_short_meeting_soon_goes_without_a_word() {
    Verdict verdict = of(plan("2026-11-20T10:00:00Z", 30, ""));
    assertThat(verdict).isEqualTo(Verdict.FINE);
    assertThat(verdict.isRefused()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "30, false, 0",
    "60, false, 0",
    "61, false, 1",
    "90, false, 1",
    "91, true, 0",
    "0, true, 0",
    "-5, true, 0"
  })
  void length_is_warned_of_over_an_hour_and_refused_over_an_hour_and_a_half(
      int minutes, boolean refused, int advice) {
    Verdict verdict = of(plan("2026-11-20T10:00:00Z", minutes, ""));
    assertThat(verdict.isRefused()).isEqualTo(refused);
    assertThat(verdict.advice()).hasSize(advice);
  }

  @ParameterizedTest
  @CsvSource({
    // Wednesday; the third working day after it is Monday
    "2026-11-23T10:00:00Z, false, 0",
    "2026-11-24T10:00:00Z, false, 1",
    "2026-12-02T10:00:00Z, false, 1",
    "2026-12-03T10:00:00Z, true, 0"
  })
  void a_late_meeting_is_warned_of_and_then_refused(String at, boolean refused, int advice) {
    Verdict verdict = of(plan(at, 30, ""));
    assertThat(verdict.isRefused()).isEqualTo(refused);
    assertThat(verdict.advice()).hasSize(advice);
    assertThat(verdict.toString().contains("orget")).isEqualTo(refused || advice > 0);
  }

  @Test
  void days_are_counted_from_the_end_of_the_incident() {
    Instant over = NOW.minus(Duration.ofDays(20));
    Verdict verdict = Verdict.of(plan("2026-11-20T10:00:00Z", 30, " "), NOW, over, Policy.DEFAULT);
    assertThat(verdict.refusals())
        .containsOnlyKeys(Verdict.Part.TIME)
        .containsValue(
            "22 days after the incident is too late: people forget. Give a reason if it has to"
                + " be.");
  }

  @Test
  void a_reason_lifts_what_is_late_or_long_and_stays_to_be_read() {
    Verdict verdict = of(plan("2026-12-10T10:00:00Z", 120, "the vendor comes then"));
    assertThat(verdict.refusals()).isEmpty();
    assertThat(verdict.advice())
        .hasSize(2)
        .allMatch(sentence -> sentence.endsWith("The reason: the vendor comes then"));
  }

  @Test
  void no_reason_lets_one_person_moderate_and_write_or_the_time_be_past() {
    Plan both =
        new Plan(
            Instant.parse("2026-11-20T10:00:00Z"), Duration.ofMinutes(30), ZONE, "U1", "U1", "so");
    assertThat(of(both).refusals()).containsOnlyKeys(Verdict.Part.ROLES);
    assertThat(of(both).refusals().get(Verdict.Part.ROLES)).contains("must be two people");
    Plan nobody = new Plan(both.at(), both.length(), ZONE, null, null, "");
    assertThat(of(nobody).isRefused()).isFalse();
    assertThat(of(plan("2026-11-18T14:00:00Z", 30, "so")).refusals())
        .containsExactly(Map.entry(Verdict.Part.TIME, "That time has passed."));
  }

  @Test
  void each_part_of_a_plan_has_its_own_refusal() {
    Verdict verdict = of(plan("2026-12-10T10:00:00Z", 120, ""));
    assertThat(verdict.refusals()).containsOnlyKeys(Verdict.Part.TIME, Verdict.Part.LENGTH);
    assertThat(verdict.refusals().values())
        .allMatch(sentence -> sentence.endsWith("Give a reason if it has to be."));
  }

  @Test
  void a_meeting_at_night_or_tomorrow_morning_is_advised_against() {
    assertThat(of(plan("2026-11-20T20:00:00Z", 30, "")).advice())
        .containsExactly(
            "It is outside of working hours, Monday to Friday 09:00 to 17:00 in Europe/Berlin.");
    assertThat(of(plan("2026-11-21T10:00:00Z", 30, "")).advice())
        .singleElement()
        .asString()
        .contains("outside of working hours");
    assertThat(of(plan("2026-11-19T10:00:00Z", 30, "")).advice())
        .singleElement()
        .asString()
        .contains("told at once");
  }
}
