package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.meeting.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a store promises about meetings. */
public interface MeetingsContract extends Kept {
  private static Meeting meeting(long incident, Instant at) {
    return new Meeting(
        incident,
        1,
        at,
        Duration.ofMinutes(45),
        ZoneId.of("Asia/Kolkata"),
        List.of("UZOE", "UANNE"),
        "https://meet.example/x",
        false,
        "the vendor comes then",
        at.minusSeconds(86_400));
  }

  @Test
  default void a_meeting_comes_back_with_its_attendees_in_order() {
    Meeting meeting = meeting(opened("C1").id(), Examples.NIGHT);
    meetings().save(meeting);

    assertThat(meetings().of(meeting.incident())).contains(meeting);
    assertThat(meetings().of(404)).isEmpty();
  }

  @Test
  default void a_meeting_that_is_saved_again_replaces_the_one_before() {
    Meeting meeting = meeting(opened("C1").id(), Examples.NIGHT);
    Meeting moved =
        new Meeting(
            meeting.incident(),
            2,
            Examples.NIGHT.plusSeconds(3600),
            Duration.ofHours(1),
            ZoneId.of("UTC"),
            List.of(),
            "",
            false);
    meetings().save(meeting);
    meetings().save(moved);

    assertThat(meetings().of(meeting.incident())).contains(moved);
  }

  @Test
  default void a_cancelled_meeting_is_kept_but_does_not_stand() {
    Meeting late = meeting(opened("C1").id(), Examples.NIGHT.plusSeconds(60));
    Meeting early = meeting(opened("C2").id(), Examples.NIGHT);
    Meeting off = meeting(opened("C3").id(), Examples.NIGHT).cancelledNow();
    List.of(late, early, off).forEach(meetings()::save);

    assertThat(meetings().standing()).containsExactly(early, late);
    assertThat(meetings().after(Examples.NIGHT.minusSeconds(1))).containsExactly(early, late);
    assertThat(meetings().after(Examples.NIGHT)).containsExactly(late);
    assertThat(meetings().of(off.incident())).contains(off);
  }

  @Test
  default void a_meeting_without_a_reason_was_planned_nobody_knows_when() {
    long incident = opened("C1").id();
    Meeting meeting =
        new Meeting(
            incident,
            0,
            Examples.NIGHT,
            Duration.ofHours(1),
            ZoneId.of("UTC"),
            List.of("UZOE"),
            "",
            false);
    meetings().save(meeting);

    assertThat(meetings().of(incident).orElseThrow().reason()).isEmpty();
    assertThat(meetings().of(incident).orElseThrow().planned()).isEqualTo(Instant.EPOCH);
  }

  @Test
  default void who_has_read_the_draft_is_kept_with_the_first_time_they_said_so() {
    long one = opened("C1").id();
    long other = opened("C2").id();

    assertThat(meetings().read(one, "UZOE", Examples.NIGHT)).isTrue();
    assertThat(meetings().read(one, "UZOE", Examples.NIGHT.plusSeconds(60))).isFalse();
    assertThat(meetings().read(one, "UANNE", Examples.NIGHT.plusSeconds(5))).isTrue();
    assertThat(meetings().read(other, "UZOE", Examples.NIGHT.plusSeconds(9))).isTrue();

    assertThat(meetings().readers(one))
        .containsOnly(
            Map.entry("UZOE", Examples.NIGHT), Map.entry("UANNE", Examples.NIGHT.plusSeconds(5)));
    assertThat(meetings().readers(404)).isEmpty();
  }

  @Test
  default void several_clicks_at_once_are_one() throws Exception {
    long incident = opened("C1").id();
    AtomicInteger first = new AtomicInteger();

    StoreContract.together(
        8,
        number -> {
          Instant at = Examples.NIGHT.plusSeconds(number);
          if (store().write(records -> records.meetings().read(incident, "UZOE", at))) {
            first.incrementAndGet();
          }
        });

    assertThat(first).hasValue(1);
    assertThat(meetings().readers(incident)).containsOnlyKeys("UZOE");
  }
}
