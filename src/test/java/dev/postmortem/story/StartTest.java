package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A post-mortem is opened: by command, by window, by shortcut; here, there, and where it cannot.
 */
class StartTest extends Deeds {

  @Test
  void smart_quotes_long_dashes_and_odd_spaces_around_the_title_are_forgiven() {
    joe.in(room).types("/pm start since\u00a010m\u00a0ago  “Checkout — down”");
    company.settled();
    assertThat(jane.in(room).sees("PM-1").text())
        .contains("PM-1 Checkout — down")
        .contains("Started 2026-11-18 13:50 GMT");
  }

  @Test
  void a_start_without_a_title_asks_for_everything_and_keeps_it() {
    Modal window = opens(joe, "/pm start");
    window.fill("What is happening?", "Orders queue is stuck");
    window.pickDateTime("Since when?", Instant.parse("2026-11-18T13:30:00Z"));
    window.choose("Severity", "SEV2 – many are affected");
    window.pickUser("Point person", jane);
    window.fill("Time zone", "Europe/Paris");
    window.fill("Links: call, ticket, status page", "https://status.example.com/42?a=1&b=2");
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(jane.in(room).sees("PM-1").text())
        .contains("Orders queue is stuck", "Point person: Jane Doe", "SEV2")
        .contains("2026-11-18 14:30 CET");
    assertThat(section("Communication")).contains("https://status.example.com/42?a=1&b=2");
  }

  @Test
  void a_wrong_zone_and_a_start_to_come_are_refused_under_their_fields_and_nothing_is_lost() {
    Modal window = opens(joe, "/pm start");
    window.fill("What is happening?", "Orders queue is stuck");
    window.fill("Time zone", "Europe/Atlantis");
    window.pickDateTime("Since when?", Instant.parse("2026-11-18T15:00:00Z"));
    assertThat(window.submit().errors()).containsOnlyKeys("Since when?", "Time zone");
    window.fill("Time zone", "Europe/London");
    assertThat(window.submit().errors()).containsOnlyKeys("Since when?");
    assertThat(window.value("What is happening?")).isEqualTo("Orders queue is stuck");
    window.pickDateTime("Since when?", Instant.parse("2026-11-18T13:59:00Z"));
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(jane.in(room).sees("PM-1").text()).contains("Orders queue is stuck");
  }

  @Test
  void since_reads_back_what_was_said_with_replies_and_reactions_and_nothing_older() {
    joe.in(room).says("lunch?");
    company.passes(Duration.ofMinutes(20));
    Message first = joe.in(room).says("checkout shows a blank page");
    ada.in(room).replies(first, "same in Paris");
    jane.in(room).reacts("thermometer", first);
    company.passes(Duration.ofMinutes(5));
    says(joe, "/pm start since 10m ago Checkout is down");
    assertThat(section("Timeline"))
        .contains("checkout shows a blank page", "same in Paris")
        .doesNotContain("lunch?");
    assertThat(section("Symptoms")).contains("checkout shows a blank page");
  }

  @Test
  void since_a_time_that_cannot_be_read_is_refused_with_the_syntax_and_what_was_typed() {
    assertThat(says(joe, "/pm start since yesterday Checkout is down"))
        .contains("cannot read that as a time")
        .contains("/pm start [since TIME] [TITLE]")
        .contains("You typed: /pm start since yesterday Checkout is down");
    assertThat(says(joe, "/pm status")).contains("no post-mortem");
  }

  @Test
  void a_second_start_in_the_same_channel_is_refused_with_a_sentence() {
    anIncidentRuns();
    assertThat(says(jane, "/pm start Another thing"))
        .contains("PM-1 “Checkout is down” is already open in this channel")
        .contains("/pm status")
        .contains("You typed: /pm start Another thing");
    assertThat(says(jane, "/pm list")).doesNotContain("PM-2");
  }

  @Test
  void a_start_in_a_direct_message_is_refused_and_what_was_typed_is_kept() {
    assertThat(says(joe, joe.dm().where(), "/pm start Checkout is down"))
        .contains("belongs to a channel")
        .contains("You typed: /pm start Checkout is down");
  }

  @Test
  void a_public_channel_without_the_bot_is_joined() {
    Channel other = company.slack.channel("inc-43", joe, jane);
    joe.in(other).says("is the shop slow?");
    joe.in(other).types("/pm start since 1m ago Shop is slow");
    company.settled();
    assertThat(jane.in(other).sees("PM-1 Shop is slow").text()).contains("Point person");
    jane.in(other).says("very slow");
    company.settled();
    assertThat(says(jane, other, "/pm status")).contains("2 entries");
  }

  @Test
  void a_private_channel_without_the_bot_asks_for_an_invitation_and_then_reads_what_it_missed() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    joe.in(secret).types("/pm start Breach");
    company.settled();
    assertThat(joe.in(secret).sees("/invite @postmortem").isEphemeral()).isTrue();
    company.passes(Duration.ofMinutes(2));
    jane.in(secret).says("the key was in the logs");
    company.passes(Duration.ofMinutes(2));
    secret.invite(company.slack.bot());
    company.settled();
    assertThat(jane.in(secret).sees("PM-1 Breach").text()).contains("Point person: Joe Bloggs");
    assertThat(says(jane, secret, "/pm status")).contains("1 entry");
  }

  @Test
  void the_global_shortcut_opens_a_post_mortem_in_the_chosen_channel() {
    joe.globalShortcut("Start a post-mortem");
    company.settled();
    Modal window = joe.modal();
    window.pickChannel("War room", room);
    window.fill("What is happening?", "Login fails");
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(jane.in(room).sees("PM-1 Login fails").text()).contains("Point person: Joe Bloggs");
  }

  @Test
  void the_shortcut_in_a_private_channel_without_the_bot_tells_nobody_else_what_it_is_about() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    joe.globalShortcut("Start a post-mortem");
    company.settled();
    Modal window = joe.modal();
    window.pickChannel("War room", secret);
    window.pickUser("Point person", jane);
    window.fill("What is happening?", "Breach at the bank");
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(joe.dm().sees("/invite @postmortem").text()).contains("Breach at the bank");
    assertThat(jane.dm().sees()).hasSize(1);
    assertThat(jane.dm().sees("named you").text()).doesNotContain("Breach", "inc-secret");
    assertThat(says(lin, company.broadcast, "/pm list")).doesNotContain("Breach");
  }

  @Test
  void a_start_by_mention_without_a_title_gives_a_button_that_opens_the_window() {
    joe.in(room).says("<@" + company.slack.botUserId() + "> start");
    company.settled();
    Message answer = joe.in(room).sees("needs a window");
    assertThat(answer.isEphemeral()).isTrue();
    answer.click(joe, "Start");
    company.settled();
    Modal window = joe.modal();
    window.fill("What is happening?", "Checkout is down");
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(jane.in(room).sees("PM-1 Checkout is down").text()).contains("Joe Bloggs");
  }
}
