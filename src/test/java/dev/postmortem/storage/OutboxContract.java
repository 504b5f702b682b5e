package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Outbox.State;
import dev.postmortem.delivery.Outbox.Taken;
import dev.postmortem.delivery.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What a store promises about letters. */
public interface OutboxContract extends Kept {
  Instant NOW = Examples.NIGHT;

  private static Letter letter(String key, String to) {
    return new Letter(key, 7, Letter.Kind.NOTICE, to, "Grüße");
  }

  /** How long a letter stays with a process that took it and then says nothing. */
  default Duration lease() {
    return Duration.ZERO;
  }

  default boolean put(String key, String to) {
    return store().write(records -> records.outbox().put(letter(key, to), NOW));
  }

  default Optional<Taken> take(Instant now) {
    return store().write(records -> records.outbox().take(now));
  }

  private String taken(Instant now) {
    return take(now).map(taken -> taken.letter().key()).orElse("none");
  }

  private Outbox.Status status(String key) {
    return outbox().status(key).orElseThrow();
  }

  @Test
  default void a_letter_is_written_down_once() {
    assertThat(put("a", "C1")).isTrue();
    assertThat(put("a", "C2")).isFalse();

    assertThat(status("a").letter()).isEqualTo(letter("a", "C1"));
    assertThat(status("a").state()).isEqualTo(State.WAITING);
    assertThat(outbox().status("b")).isEmpty();
  }

  @Test
  default void a_letter_is_taken_once_and_is_not_in_doubt() {
    put("a", "C1");

    assertThat(take(NOW)).contains(new Taken(letter("a", "C1"), false, 0));
    assertThat(take(NOW)).isEmpty();
    assertThat(status("a").state()).isEqualTo(State.TAKEN);
  }

  @Test
  default void letters_to_one_recipient_come_in_order_and_others_do_not_wait() {
    put("a", "C1");
    put("b", "C1");
    put("c", "C2");

    assertThat(taken(NOW)).isEqualTo("a");
    assertThat(taken(NOW)).isEqualTo("c");
    assertThat(taken(NOW)).isEqualTo("none");
    outbox().sent("a", NOW);
    assertThat(taken(NOW)).isEqualTo("b");
    assertThat(status("a").state()).isEqualTo(State.SENT);
  }

  @Test
  default void a_letter_is_held_by_whoever_took_it_until_it_is_settled() {
    put("a", "C1");
    Taken taken = take(NOW).orElseThrow();
    assertThat(outbox().hold(taken, NOW)).isTrue();
    outbox().postpone("a", "busy", NOW);
    assertThat(outbox().hold(taken, NOW)).isFalse();

    Taken again = take(NOW).orElseThrow();
    assertThat(outbox().hold(taken, NOW)).isFalse();
    assertThat(outbox().hold(again, NOW)).isTrue();
    outbox().sent("a", NOW);
    assertThat(outbox().hold(again, NOW)).isFalse();
  }

  @Test
  default void a_postponed_letter_holds_back_those_behind_it() {
    put("a", "C1");
    put("b", "C1");
    take(NOW);
    Instant later = NOW.plusSeconds(60);
    outbox().postpone("a", "rate limited", later);

    assertThat(status("a").reason()).isEqualTo("rate limited");
    assertThat(outbox().isAnyDue(later.minusMillis(1))).isFalse();
    assertThat(outbox().isAnyDue(later)).isTrue();
    assertThat(taken(later.minusMillis(1))).isEqualTo("none");
    assertThat(take(later)).contains(new Taken(letter("a", "C1"), false, 1));
  }

  @Test
  default void a_letter_that_is_given_up_lets_the_next_one_pass() {
    put("a", "C1");
    put("b", "C1");
    take(NOW);
    outbox().giveUp("a", "channel_not_found", NOW);

    assertThat(status("a").state()).isEqualTo(State.GIVEN_UP);
    assertThat(status("a").reason()).isEqualTo("channel_not_found");
    assertThat(taken(NOW)).isEqualTo("b");
  }

  @Test
  default void what_was_taken_before_a_restart_is_in_doubt_until_it_is_settled() {
    put("a", "C1");
    put("b", "C2");
    take(NOW);
    Instant restart = NOW.plus(lease()).plusSeconds(10);
    outbox().recover(restart);

    assertThat(take(restart)).contains(new Taken(letter("a", "C1"), true, 1));
    assertThat(take(restart)).contains(new Taken(letter("b", "C2"), false, 0));
    outbox().postpone("a", "Slack is away", restart);
    assertThat(take(restart)).contains(new Taken(letter("a", "C1"), true, 2));
  }

  @Test
  default void waiting_letters_of_an_incident_can_be_hurried() {
    put("a", "C1");
    take(NOW);
    outbox().postpone("a", "", NOW.plusSeconds(600));
    outbox().hurry(8, NOW);
    assertThat(taken(NOW)).isEqualTo("none");

    outbox().hurry(7, NOW);
    assertThat(taken(NOW)).isEqualTo("a");
  }

  @Test
  default void letters_that_were_given_up_can_be_tried_again_and_the_others_stay() {
    put("a", "C1");
    put("b", "C2");
    put("c", "C3");
    take(NOW);
    outbox().giveUp("a", "restricted_action", NOW);
    take(NOW);
    outbox().sent("b", NOW);
    List<Letter.Kind> notices = List.of(Letter.Kind.NOTICE, Letter.Kind.MAIL);
    assertThat(outbox().revive(7, List.of(Letter.Kind.MAIL), NOW)).isZero();
    assertThat(outbox().revive(8, notices, NOW)).isZero();
    Instant later = NOW.plusSeconds(60);

    assertThat(outbox().revive(7, notices, later)).isEqualTo(1);
    assertThat(take(later)).contains(new Taken(letter("a", "C1"), true, 1));
    assertThat(status("b").state()).isEqualTo(State.SENT);
  }

  @Test
  default void the_letters_of_an_incident_are_listed_by_kind() {
    put("a", "C1");
    put("b", "C2");
    take(NOW);
    outbox().giveUp("a", "restricted_action", NOW);

    assertThat(outbox().of(7, List.of(Letter.Kind.NOTICE)))
        .containsExactly(
            new Outbox.Status(letter("a", "C1"), State.GIVEN_UP, "restricted_action"),
            new Outbox.Status(letter("b", "C2"), State.WAITING, ""));
    assertThat(outbox().of(7, List.of(Letter.Kind.MAIL))).isEmpty();
    assertThat(outbox().of(8, List.of(Letter.Kind.NOTICE))).isEmpty();
  }

  @Test
  default void a_letter_is_due_when_it_can_be_taken() {
    assertThat(outbox().isAnyDue(NOW)).isFalse();
    put("a", "C1");
    put("b", "C1");
    assertThat(outbox().isAnyDue(NOW)).isTrue();
    assertThat(outbox().isAnyDue(NOW.minusMillis(1))).isFalse();

    take(NOW);
    assertThat(outbox().isAnyDue(NOW)).isFalse();
  }

  @Test
  default void of_many_who_take_at_once_nobody_takes_what_another_has() throws Exception {
    for (int i = 0; i < 12; i++) {
      put("letter " + i, "C" + i);
    }
    ConcurrentLinkedQueue<String> all = new ConcurrentLinkedQueue<>();
    StoreContract.together(
        4,
        number -> {
          for (int i = 0; i < 3; i++) {
            all.add(taken(NOW));
          }
        });

    assertThat(all).hasSize(12).doesNotHaveDuplicates().doesNotContain("none");
  }

  @Test
  default void the_parts_of_a_letter_are_found_by_letter_and_by_place() {
    Posting second = new Posting("a", 1, "C1", "2.000000");
    Posting first = new Posting("a", 0, "C1", "1.000000");
    outbox().save(second);
    outbox().save(first);
    Posting again = new Posting("a", 1, "C1", "3.000000");
    outbox().save(again);

    assertThat(outbox().postings("a")).containsExactly(first, again);
    assertThat(outbox().at("C1", "3.000000")).contains(again);
    assertThat(outbox().at("C1", "2.000000")).isEmpty();

    outbox().remove(first);
    assertThat(outbox().postings("a")).containsExactly(again);
  }

  @Test
  default void letters_are_counted_by_what_became_of_them() {
    for (String key : List.of("a", "b", "c", "d")) {
      put(key, "C-" + key);
    }
    take(NOW);
    store()
        .change(
            records -> {
              records.outbox().sent("a", NOW);
              records.outbox().giveUp("b", "gone", NOW);
            });
    assertThat(outbox().counts())
        .containsOnly(
            Map.entry(State.SENT, 1L), Map.entry(State.GIVEN_UP, 1L), Map.entry(State.WAITING, 2L));
  }

  @Test
  default void a_letter_is_overdue_since_it_was_written_however_often_it_was_put_off() {
    assertThat(outbox().overdueSince(NOW)).isEmpty();
    put("a", "C1");
    Instant later = NOW.plusSeconds(600);
    store().change(records -> records.outbox().postpone("a", "away", later.plusSeconds(60)));
    assertThat(outbox().overdueSince(later)).contains(NOW);
    take(later.plusSeconds(60));
    assertThat(outbox().overdueSince(later.plusSeconds(61))).contains(NOW);
    store().change(records -> records.outbox().sent("a", later));
    assertThat(outbox().overdueSince(later)).isEmpty();
  }

  @Test
  default void a_letter_that_is_to_wait_is_overdue_only_afterwards_or_when_it_was_hurried() {
    Instant wanted = NOW.plusSeconds(300);
    store().change(records -> records.outbox().put(letter("a", "C1"), wanted));
    assertThat(outbox().overdueSince(NOW)).isEmpty();
    assertThat(outbox().overdueSince(wanted.plusSeconds(5))).contains(wanted);
    store().change(records -> records.outbox().hurry(7, NOW.plusSeconds(60)));
    assertThat(outbox().overdueSince(wanted)).contains(NOW.plusSeconds(60));
  }

  @Test
  default void a_letter_that_is_tried_once_more_is_overdue_since_then() {
    put("a", "C1");
    Instant again = NOW.plusSeconds(86_400);
    store()
        .change(
            records -> {
              records.outbox().giveUp("a", "gone", NOW);
              records.outbox().revive(7, List.of(Letter.Kind.NOTICE), again);
            });
    assertThat(outbox().overdueSince(again.plusSeconds(1))).contains(again);
  }
}
