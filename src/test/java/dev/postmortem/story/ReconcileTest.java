package dev.postmortem.story;

import static dev.postmortem.story.Gates.allTheSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Robot;
import dev.postmortem.rehearsal.RobotPlace;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.rehearsal.wire.ApiCall;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the bot did not hear it reads from the channel's history. */
class ReconcileTest extends Deeds {
  private static final String HISTORY = "conversations.history";
  private static final Fault NONE = Fault.slow(Duration.ZERO);

  private List<Entry> entries() {
    return company.bot().desk().store().read(records -> records.timelines().of(1));
  }

  private List<String> said() {
    return entries().stream().map(entry -> entry.message().plain()).toList();
  }

  private Set<String> tags(String words) {
    return entries().stream()
        .filter(entry -> entry.message().plain().equals(words))
        .findFirst()
        .map(entry -> new TreeSet<>(entry.tags()))
        .orElseThrow();
  }

  /** Nobody hears what is done here. */
  private void unheard(Runnable deeds) {
    company.settled();
    company.slack.deliveries().outage();
    deeds.run();
    company.slack.deliveries().restored();
    company.settled();
  }

  /** Ten minutes pass, so the last hour is read again. */
  private void theLastHourIsRead() {
    company.passes(Duration.ofMinutes(10));
  }

  /** The bot was away for longer than Slack sends again, and starts. */
  private void theBotReturns() {
    company.passes(Duration.ofMinutes(6));
    company.restarted();
  }

  private void many(int messages) {
    unheard(
        () -> {
          for (int i = 0; i < messages; i++) {
            joe.in(room).says("message " + i);
          }
        });
    company.passes(Duration.ofMinutes(1));
  }

  private List<String> cursors() {
    return company.slack.journal().calls(HISTORY).stream()
        .filter(ApiCall::ok)
        .map(call -> call.args().path("cursor").asText())
        .toList();
  }

  private int asked() {
    return company.slack.journal().calls(HISTORY).size();
  }

  private Message message(String words) {
    return room.messages().stream()
        .filter(message -> message.text().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private String status() {
    return says(joe, "/pm status");
  }

  @Test
  void messages_and_replies_in_old_and_new_threads_are_read() {
    Message old = joe.in(room).says("said before the incident");
    company.passes(Duration.ofMinutes(1));
    anIncidentRuns();
    jane.in(room).replies(old, "heard in the old thread");
    Message known = joe.in(room).says("heard");
    unheard(
        () -> {
          ada.in(room).replies(old, "lost in the old thread");
          ada.in(room).replies(known, "lost in a known thread");
          Message fresh = joe.in(room).says("lost");
          jane.in(room).replies(fresh, "lost in a new thread");
          jane.in(room).repliesToChannelToo(fresh, "lost in both");
        });
    theBotReturns();
    assertThat(said())
        .containsExactlyInAnyOrder(
            "heard in the old thread",
            "heard",
            "lost in the old thread",
            "lost in a known thread",
            "lost",
            "lost in a new thread",
            "lost in both");
  }

  @Test
  void edits_are_read() {
    anIncidentRuns();
    Message first = joe.in(room).says("frist");
    Message reply = jane.in(room).replies(first, "rely");
    company.passes(Duration.ofMinutes(1));
    unheard(
        () -> {
          first.edit("first");
          reply.edit("reply");
        });
    theLastHourIsRead();
    assertThat(said()).containsExactly("first", "reply");
  }

  @Test
  void deletions_are_found_and_each_is_asked_after_first() {
    anIncidentRuns();
    joe.in(room).says("stays");
    Message alone = joe.in(room).says("alone");
    Message parent = joe.in(room).says("parent");
    jane.in(room).replies(parent, "a reply that stays");
    Message reply = jane.in(room).replies(parent, "a reply that goes");
    Message lost = joe.in(room).says("a thread of which nothing stays");
    Message last = jane.in(room).replies(lost, "its reply");
    joe.in(room).says("stays, too");
    company.passes(Duration.ofMinutes(1));
    unheard(
        () -> {
          alone.delete();
          reply.delete();
          parent.delete();
          last.delete();
          lost.delete();
        });
    company.slack.journal().clear();
    theLastHourIsRead();
    assertThat(said()).containsExactly("stays", "a reply that stays", "stays, too");
    assertThat(company.slack.journal().calls(HISTORY))
        .anyMatch(call -> call.args().path("latest").asText().equals(alone.ts()));
  }

  @Test
  void a_deletion_is_not_concluded_from_an_error() {
    anIncidentRuns();
    Message alone = joe.in(room).says("alone");
    company.passes(Duration.ofMinutes(1));
    unheard(alone::delete);
    company
        .slack
        .faults()
        .next(HISTORY, NONE)
        .next(HISTORY, Fault.http(500))
        .next(HISTORY, Fault.error("internal_error"));
    theLastHourIsRead();
    assertThat(said()).containsExactly("alone");
    company.passes(Duration.ofSeconds(2));
    assertThat(said()).containsExactly("alone");
    company.passes(Duration.ofSeconds(3));
    assertThat(said()).isEmpty();
  }

  @Test
  void what_slack_forgets_with_its_age_stays_on_the_timeline() {
    anIncidentRuns();
    Message aged = joe.in(room).says("aged");
    jane.in(room).replies(aged, "an aged reply");
    company.passes(Duration.ofHours(30));
    Message recent = joe.in(room).says("recent");
    company.passes(Duration.ofHours(1));
    joe.in(room).says("now");
    company.settled();
    unheard(recent::delete);
    room.forgetsBefore(company.clock.instant().minus(Duration.ofHours(1)));
    theBotReturns();
    assertThat(said()).containsExactly("aged", "an aged reply", "now");
  }

  @Test
  void what_a_free_workspace_holds_back_stays_on_the_timeline() {
    anIncidentRuns();
    joe.in(room).says("held back");
    company.passes(Duration.ofHours(2));
    joe.in(room).says("shown");
    company.settled();
    room.hidesBefore(company.clock.instant().minus(Duration.ofHours(1)));
    theBotReturns();
    assertThat(said()).containsExactly("held back", "shown");
  }

  @Test
  void reactions_that_came_and_went_are_found() {
    anIncidentRuns();
    Message one = joe.in(room).says("one");
    Message two = joe.in(room).says("two");
    jane.in(room).reacts("pushpin", one);
    ada.in(room).reacts("boom", one);
    jane.in(room).reacts("bulb", two);
    company.settled();
    jane.in(room).unreacts("bulb", two);
    company.passes(Duration.ofMinutes(1));
    unheard(
        () -> {
          jane.in(room).unreacts("pushpin", one);
          lin.in(room).reacts("trophy", one);
          jane.in(room).reacts("bulb", two);
        });
    theLastHourIsRead();
    assertThat(tags("one")).containsExactly("impact", "well");
    assertThat(tags("two")).containsExactly("hypothesis");
    company.passes(Duration.ofMinutes(1));
    lin.in(room).unreacts("trophy", one);
    jane.in(room).reacts("pushpin", one);
    company.settled();
    assertThat(tags("one")).containsExactly("impact", "key");
  }

  @Test
  void a_section_that_a_writer_took_from_an_entry_does_not_come_back() {
    anIncidentRuns();
    Message one = joe.in(room).says("one");
    jane.in(room).reacts("pushpin", one);
    company.passes(Duration.ofMinutes(1));
    MessageKey key = entries().get(0).key();
    Instant now = company.clock.instant();
    company.bot().desk().store().change(records -> records.timelines().unmark(1, key, "key", now));
    theLastHourIsRead();
    assertThat(tags("one")).isEmpty();
  }

  @Test
  void where_slack_does_not_name_everybody_nobody_is_missed() {
    anIncidentRuns();
    Message one = joe.in(room).says("one");
    joe.in(room).reacts("pushpin", one);
    jane.in(room).reacts("pushpin", one);
    room.namesReactors(1);
    company.passes(Duration.ofMinutes(1));
    theLastHourIsRead();
    joe.in(room).unreacts("pushpin", one);
    company.settled();
    assertThat(tags("one")).as("by Jane, whom Slack did not name").containsExactly("key");
    company.passes(Duration.ofMinutes(1));
    unheard(() -> jane.in(room).unreacts("pushpin", one));
    theLastHourIsRead();
    assertThat(tags("one")).isEmpty();
  }

  @Test
  void a_bots_update_is_read_although_it_bears_no_mark_of_an_edit() {
    anIncidentRuns();
    Robot pager = company.slack.webhook("PagerDuty");
    RobotPlace place = pager.in(room);
    Message alert = place.says("firing");
    Message linked = joe.in(room).says("see https://example.com/a");
    company.passes(Duration.ofMinutes(1));
    unheard(
        () -> {
          place.updates(alert, "resolved");
          linked.unfurls("https://example.com/a", "A page", "About a");
        });
    Instant before = entries().get(1).message().version();
    theLastHourIsRead();
    assertThat(said().get(0)).isEqualTo("resolved");
    assertThat(entries().get(1).message().version()).isEqualTo(before);
    company.passes(Duration.ofMinutes(1));
    place.updates(alert, "firing again");
    company.settled();
    assertThat(said().get(0)).isEqualTo("firing again");
  }

  @Test
  void a_long_past_is_read_page_by_page_and_the_status_says_how_far() {
    many(450);
    company.slack.faults().next(2, HISTORY, NONE).next(HISTORY, Fault.ratelimited(30));
    company.slack.journal().clear();
    says(joe, "/pm start since 5m ago Checkout is down");
    assertThat(status())
        .contains("I am still reading what was said: 400 messages so far, back to 2026-11-18 14:00")
        .contains("Slack lets me go on at");
    company.passes(Duration.ofSeconds(29));
    assertThat(asked()).isEqualTo(3);
    company.passes(Duration.ofSeconds(1));
    assertThat(entries()).hasSize(450);
    assertThat(cursors()).hasSize(3).doesNotHaveDuplicates();
    assertThat(asked()).isEqualTo(4);
    assertThat(status()).doesNotContain("still reading");
  }

  @Test
  void what_is_said_meanwhile_is_kept_once() {
    many(250);
    company.slack.faults().next(HISTORY, NONE).next(HISTORY, Fault.ratelimited(30));
    says(joe, "/pm start since 5m ago Checkout is down");
    Message live = jane.in(room).says("said while the bot reads");
    message("message 3").edit("message three");
    message("message 7").delete();
    ada.in(room).reacts("pushpin", message("message 5"));
    company.passes(Duration.ofSeconds(30));
    theLastHourIsRead();
    assertThat(said())
        .hasSize(250)
        .doesNotHaveDuplicates()
        .contains(live.text(), "message three")
        .doesNotContain("message 7", "message 3");
    assertThat(tags("message 5")).containsExactly("key");
  }

  @Test
  void a_reading_that_a_crash_stopped_goes_on_where_it_was() {
    many(450);
    company.slack.faults().next(HISTORY, NONE).next(HISTORY, Fault.ratelimited(30));
    company.slack.journal().clear();
    says(joe, "/pm start since 5m ago Checkout is down");
    company.restarted();
    assertThat(asked()).isEqualTo(2);
    company.passes(Duration.ofSeconds(30));
    assertThat(entries()).hasSize(450);
    assertThat(cursors()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void a_reading_that_a_long_outage_stopped_is_done_once_more() {
    many(250);
    company.slack.faults().next(HISTORY, NONE).next(HISTORY, Fault.ratelimited(30));
    says(joe, "/pm start since 5m ago Checkout is down");
    unheard(() -> message("message 249").edit("message two hundred and forty-nine"));
    theBotReturns();
    assertThat(said()).hasSize(250).contains("message two hundred and forty-nine");
  }

  @Test
  void whatever_comes_between_the_reading_goes_on() {
    many(250);
    company
        .slack
        .faults()
        .next(HISTORY, NONE)
        .next(HISTORY, Fault.http(500))
        .next(HISTORY, Fault.http(200))
        .next(HISTORY, Fault.drop())
        .next(HISTORY, Fault.error("fatal_error"))
        .next(HISTORY, Fault.error("invalid_cursor"));
    says(joe, "/pm start since 5m ago Checkout is down");
    assertThat(status()).contains("still reading");
    for (int i = 0; i < 6; i++) {
      company.passes(Duration.ofSeconds(20));
    }
    assertThat(asked()).isGreaterThanOrEqualTo(7);
    assertThat(entries()).hasSize(250);
    assertThat(status()).doesNotContain("still reading");
  }

  /** Forty threads, with a lost reply in each, and the first of them are read. */
  private void aBusyHourIsMadeSureOf() {
    anIncidentRuns();
    List<Message> threads = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      threads.add(joe.in(room).says("question " + i));
    }
    company.passes(Duration.ofMinutes(1));
    unheard(() -> threads.forEach(one -> jane.in(room).replies(one, "answer to " + one.text())));
    theLastHourIsRead();
    assertThat(answers()).isEqualTo(12);
  }

  private void theRestsPass(int rests) {
    for (int i = 0; i < rests; i++) {
      company.passes(Duration.ofSeconds(4));
    }
  }

  private long answers() {
    return said().stream().filter(words -> words.startsWith("answer")).count();
  }

  @Test
  void what_nobody_waits_for_is_read_with_rests_and_nobody_hears_of_it() {
    aBusyHourIsMadeSureOf();
    company.passes(Duration.ofSeconds(3));
    assertThat(answers()).isEqualTo(12);
    company.passes(Duration.ofSeconds(1));
    assertThat(answers()).isEqualTo(13);
    assertThat(status()).doesNotContain("still reading");
    theRestsPass(27);
    assertThat(answers()).isEqualTo(40);
  }

  @Test
  void as_soon_as_somebody_waits_for_it_there_is_no_rest() {
    aBusyHourIsMadeSureOf();
    says(ada, "/pm resolve");
    assertThat(answers()).isEqualTo(40);
    company.passes(Duration.ofSeconds(4));
    company.slack.journal().clear();
    theLastHourIsRead();
    assertThat(asked()).as("nothing is read twice").isEqualTo(1);
  }

  @Test
  void after_a_restart_it_goes_on_without_rests() {
    aBusyHourIsMadeSureOf();
    company.restarted();
    assertThat(answers()).isEqualTo(40);
  }

  @Test
  void a_history_that_may_not_be_read_is_left_alone_and_people_learn_of_it() {
    anIncidentRuns();
    joe.in(room).says("heard");
    company.settled();
    company.slack.withdrawScope("channels:history");
    unheard(() -> joe.in(room).says("lost"));
    company.slack.journal().clear();
    theLastHourIsRead();
    theLastHourIsRead();
    assertThat(asked()).isEqualTo(2);
    assertThat(status())
        .contains("Since 2026-11-18 14:10 GMT I cannot read this channel's history (missing_scope)")
        .contains("may be missing from the timeline")
        .contains("reinstall the app");
    joe.in(room).types("/pm publish");
    assertThat(joe.modal().text()).contains("I cannot read this channel's history");
    company.slack.grantScope("channels:history");
    theLastHourIsRead();
    assertThat(status()).contains("2 entries").doesNotContain("cannot read");
  }

  @Test
  void whoever_wants_the_past_hears_at_once_that_it_cannot_be_read() {
    company.slack.withdrawScope("channels:history");
    joe.in(room).types("/pm start since 5m ago Checkout is down");
    company.settled();
    assertThat(joe.in(room).sees("cannot read what was said").text())
        .contains("PM-1")
        .contains("missing_scope")
        .contains("reinstall the app");
  }

  @Test
  void a_private_channel_is_read_when_the_bot_is_invited() {
    room = company.slack.privateChannel("inc-secret", joe, jane);
    joe.in(room).says("said before");
    company.passes(Duration.ofMinutes(1));
    joe.in(room).types("/pm start since 5m ago Checkout is down");
    company.settled();
    joe.in(room).sees("/invite");
    jane.in(room).says("said without the bot");
    assertThat(status()).contains("I am not in that channel");
    room.invite(company.slack.bot());
    company.settled();
    assertThat(said()).containsExactly("said before", "said without the bot");
    assertThat(status()).doesNotContain("cannot read");
  }

  @Test
  void wishes_that_come_together_make_one_reading_and_a_later_one_another() {
    anIncidentRuns();
    joe.in(room).says("one");
    company.passes(Duration.ofMinutes(1));
    company.slack.faults().next(HISTORY, Fault.ratelimited(30));
    company.slack.journal().clear();
    says(joe, "/pm resolve");
    opens(joe, "/pm publish");
    company.bot().ringDue();
    company.settled();
    assertThat(asked()).isEqualTo(1);
    company.passes(Duration.ofSeconds(30));
    assertThat(asked()).isEqualTo(2);

    many(250);
    company.slack.journal().clear();
    company.slack.faults().next(HISTORY, NONE).next(HISTORY, Fault.ratelimited(30));
    opens(joe, "/pm publish");
    unheard(() -> jane.in(room).says("too late for the first page"));
    opens(joe, "/pm publish");
    opens(joe, "/pm publish");
    assertThat(asked()).isEqualTo(2);
    company.passes(Duration.ofSeconds(30));
    assertThat(said()).contains("too late for the first page");
    assertThat(asked()).isEqualTo(5);
  }

  @Test
  void the_gate_says_how_far_the_reading_is_and_does_not_wait_for_it() {
    anIncidentRuns();
    for (String words :
        List.of("symptom a", "hypothesis b", "remediation c", "impact d", "learned e")) {
      says(joe, "/pm " + words);
    }
    many(250);
    says(joe, "/pm resolve");
    company.slack.faults().next(HISTORY, NONE).always(HISTORY, Fault.ratelimited(60));
    Modal gate = opens(joe, "/pm publish");
    assertThat(gate.text()).contains("still reading what was said: 200 messages so far");
    assertThat(allTheSame(gate).submit().isClosed()).isTrue();
    company.settled();
    assertThat(company.broadcast.message("Checkout is down").text()).contains("PM-1");
  }

  @Test
  void a_marked_message_that_slack_did_not_show_at_once_is_read_later() {
    Message old = joe.in(room).says("said before the incident");
    company.passes(Duration.ofMinutes(1));
    anIncidentRuns();
    company.slack.faults().next("conversations.replies", Fault.ratelimited(30));
    jane.in(room).reacts("pushpin", old);
    company.settled();
    assertThat(said()).isEmpty();
    theLastHourIsRead();
    assertThat(tags("said before the incident")).containsExactly("key");
  }

  @Test
  void the_limit_of_apps_that_are_sold_only_makes_it_slow() {
    many(40);
    company.slack.rateLimits().distributed();
    says(joe, "/pm start since 5m ago Checkout is down");
    assertThat(entries()).hasSizeBetween(10, 15);
    company.passes(Duration.ofSeconds(61));
    assertThat(entries()).hasSizeBetween(25, 30);
    company.passes(Duration.ofSeconds(61));
    assertThat(entries()).hasSize(40);
  }
}
