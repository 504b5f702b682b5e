package dev.postmortem.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.Memberships;
import dev.postmortem.workflow.Memberships.Member;
import dev.postmortem.workflow.Memberships.Standing;
import dev.postmortem.workflow.Memberships.Unknown;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private static final Visitor JOE = new Visitor("T1", "U1");
  private Instant now = Instant.parse("2026-11-22T14:05:00Z");
  private Standing slackSays = in("G1");
  private int asked;
  private final Memberships slack =
      (team, person) -> {
        asked++;
        return slackSays;
      };
  private final Presence presence = new Presence(slack, new Ticking());

  @Test
  void slack_is_asked_once_a_moment_and_then_again() {
    presence.of(JOE);
    presence.of(JOE);
    assertThat(asked).isEqualTo(1);
    slackSays = in();
    now = now.plusSeconds(3);
    assertThat(presence.of(JOE)).isEqualTo(slackSays);
  }

  @Test
  void what_slack_says_of_one_is_not_said_of_another() {
    presence.of(JOE);
    slackSays = new Memberships.Outsider();
    assertThat(presence.of(new Visitor("T1", "U2"))).isEqualTo(slackSays);
    assertThat(presence.of(new Visitor("T2", "U1"))).isEqualTo(slackSays);
  }

  @Test
  void when_slack_says_nothing_what_it_said_before_does_not_count() {
    presence.of(JOE);
    slackSays = new Unknown();
    now = now.plusSeconds(5);
    assertThat(presence.of(JOE)).isEqualTo(new Unknown());
    slackSays = in("G1");
    assertThat(presence.of(JOE)).isEqualTo(slackSays);
  }

  private static Standing in(String... rooms) {
    return new Member(Person.unknown("U1"), Set.of(rooms));
  }

  private final class Ticking extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
