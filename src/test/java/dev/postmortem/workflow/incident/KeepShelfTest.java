package dev.postmortem.workflow.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Template;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.catalog.Shelf.Care;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** How much of the time the library's upkeep takes from those who are captured. */
class KeepShelfTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:05:00Z");
  private final List<Care> asked = new ArrayList<>();
  private final Alarms alarms = Mockito.mock(Alarms.class);
  private long nanos = 7;

  /** Whatever must be read again takes a second. */
  private OptionalLong keepUp(Care care, long below) {
    asked.add(care);
    pass(care == Care.ALL ? Duration.ofSeconds(1) : Duration.ofMillis(1));
    return OptionalLong.empty();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private KeepShelf keeper(Shelf shelf) {
    Records records = Mockito.mock(Records.class);
    Mockito.when(records.shelf()).thenReturn(shelf);
    Store store =
        new Store() {
          @Override
          public <T> T write(Function<Records, T> work) {
            return work.apply(records);
          }

          @Override
          public <T> T read(Function<Records, T> work) {
            return work.apply(records);
          }
        };
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new KeepShelf(new Desk(store, clock, Template.DEFAULT, "/pm"), alarms, () -> nanos);
  }

  private void isSetIn(Duration time) {
    Mockito.verify(alarms).set(new Alarms.Alarm("shelf", Alarms.Kind.SHELF, 0, NOW.plus(time)));
  }

  @Test
  void what_must_be_read_again_rests_for_fifty_times_as_long_as_it_took() {
    KeepShelf keeper = keeper(this::keepUp);
    keeper.ring();
    keeper.ring();
    pass(Duration.ofSeconds(49));
    keeper.ring();
    assertThat(asked).containsExactly(Care.NEW, Care.ALL, Care.NEW, Care.NEW);

    pass(Duration.ofSeconds(1));
    keeper.ring();
    assertThat(asked).endsWith(Care.NEW, Care.ALL).hasSize(6);
  }

  @Test
  void while_there_is_much_that_is_new_others_get_their_turn_and_nothing_is_read_again() {
    List<Long> from = new ArrayList<>();
    keeper(
            (care, below) -> {
              assertThat(care).isEqualTo(Care.NEW);
              from.add(below);
              pass(Duration.ofSeconds(1));
              return OptionalLong.of(100 - from.size());
            })
        .ring();

    assertThat(from).containsExactly(Shelf.BEGINNING, 99L, 98L);
    isSetIn(Duration.ofSeconds(1));
  }
}
