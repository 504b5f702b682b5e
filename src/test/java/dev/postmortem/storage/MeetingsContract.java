package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.meeting.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
        false);
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
    assertThat(meetings().of(off.incident())).contains(off);
  }
}
