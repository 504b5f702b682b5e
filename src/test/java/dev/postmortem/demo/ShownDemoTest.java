package dev.postmortem.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The demo as somebody watches it. */
class ShownDemoTest {

  @Test
  void at_the_end_one_reads_the_war_room_the_direct_message_and_the_broadcast() {
    Run run = Run.of("demo", "--fast", "--port", "0");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsSubsequence(
            "Something is wrong with the checkout",
            "It is not over",
            "Devika Rao fills in the sections",
            "Everybody invited is reminded",
            "═══ #inc-1117-checkout ═══",
            "PM-1 Checkout times out",
            "═══ The direct message to Devika Rao ═══",
            "you are its point person",
            "Reminder",
            "═══ #postmortems ═══",
            "Checkout times out",
            "postmortem.md");
  }
}
