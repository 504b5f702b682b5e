package dev.postmortem.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox.State;
import dev.postmortem.delivery.Outbox.Status;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Template;
import dev.postmortem.rehearsal.HeldClock;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.JdbiStore;
import dev.postmortem.workflow.Desk;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A carrier fails in ways that no workspace can be brought to. */
class PostmanTest {
  private static final Letter LETTER =
      new Letter("notice/1/a", 1, Letter.Kind.NOTICE, "C1", "hello");
  @TempDir private Path data;
  private final HeldClock clock = HeldClock.at("2026-11-18T14:00:00Z");
  private final Carrier carrier = mock(Carrier.class);
  private Database database;
  private Desk desk;
  private Postman postman;

  @BeforeEach
  void a_letter_waits() throws Exception {
    database = Database.open("jdbc:h2:file:" + data.resolve("postmortem"), "", "");
    desk = new Desk(new JdbiStore(database.dataSource()), clock, Template.DEFAULT, "/pm");
    postman = new Postman(desk, kind -> carrier);
    desk.store().change(records -> records.outbox().put(LETTER, clock.instant()));
  }

  @AfterEach
  void close() {
    postman.close();
    database.close();
  }

  private Status status() {
    return desk.store().read(records -> records.outbox().status(LETTER.key())).orElseThrow();
  }

  private State state() {
    return status().state();
  }

  private void rounds() throws InterruptedException {
    assertThat(postman.settle(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void a_round_that_finds_nothing_to_carry_writes_nothing() throws Exception {
    Store watched = mock(Store.class, delegatesTo(desk.store()));
    postman = new Postman(new Desk(watched, clock, Template.DEFAULT, "/pm"), kind -> carrier);
    postman.start();
    rounds();
    assertThat(state()).isEqualTo(State.SENT);
    clearInvocations(watched);

    rounds();
    verify(watched, atLeastOnce()).read(any());
    verify(watched, never()).write(any());
  }

  @Test
  void a_fault_nobody_foresaw_is_tried_again_and_then_in_doubt() throws Exception {
    doThrow(new IllegalStateException("unforeseen")).doNothing().when(carrier).carry(any(), any());
    postman.start();
    rounds();
    assertThat(state()).isEqualTo(State.WAITING);
    clock.advance(Duration.ofSeconds(2));
    rounds();
    assertThat(state()).isEqualTo(State.SENT);
    verify(carrier).carry(eq(LETTER), argThat(trip -> !trip.inDoubt()));
    verify(carrier).carry(eq(LETTER), argThat(Trip::inDoubt));
  }

  @Test
  void what_can_never_be_sent_is_given_up_with_its_reason() throws Exception {
    doThrow(Undelivered.never("no such person")).when(carrier).carry(any(), any());
    postman.start();
    rounds();
    assertThat(state()).isEqualTo(State.GIVEN_UP);
    assertThat(status().reason()).isEqualTo("no such person");
  }

  @Test
  void a_letter_of_a_process_that_died_is_carried_in_doubt() throws Exception {
    desk.store().change(records -> records.outbox().take(clock.instant()));
    doNothing().when(carrier).carry(any(), any());
    postman.start();
    rounds();
    verify(carrier).carry(eq(LETTER), argThat(Trip::inDoubt));
    assertThat(state()).isEqualTo(State.SENT);
  }
}
