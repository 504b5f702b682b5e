package dev.postmortem.workflow.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Template;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.catalog.Shelf.Care;
import dev.postmortem.draft.catalog.Shelf.Step;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** How much of the time the library's upkeep takes from those who are captured. */
class KeepShelfTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:05:00Z");
  private final List<Care> asked = new ArrayList<>();
  private final Alarms alarms = Mockito.mock(Alarms.class);
  private final List<Duration> rests = new ArrayList<>();
  private long nanos = 7;
  private boolean rush;

  /** Whatever must be read again takes a second. */
  private Step keepUp(Care care, long below) {
    asked.add(care);
    pass(care == Care.ALL ? Duration.ofSeconds(1) : Duration.ofMillis(1));
    return Step.END;
  }

  /** There is always more of it. */
  private Shelf whatIsNewTakes(Duration time) {
    return (care, below) -> {
      pass(care == Care.NEW ? time : Duration.ZERO);
      return care == Care.NEW ? Step.to(5) : Step.END;
    };
  }

  private void rest(long time) {
    rests.add(Duration.ofNanos(time));
    nanos += time;
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
    return new KeepShelf(
        new Desk(store, clock, Template.DEFAULT, "/pm"),
        alarms,
        () -> rush,
        () -> nanos,
        this::rest);
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
    assertThat(asked)
        .containsExactly(
            Care.UNREAD, Care.NEW, Care.ALL, Care.UNREAD, Care.NEW, Care.UNREAD, Care.NEW);

    pass(Duration.ofSeconds(1));
    keeper.ring();
    assertThat(asked).endsWith(Care.UNREAD, Care.NEW, Care.ALL).hasSize(10);
  }

  @Test
  void while_much_was_never_read_others_get_their_turn_and_nothing_is_read_again() {
    List<Long> from = new ArrayList<>();
    keeper(
            (care, below) -> {
              assertThat(care).isEqualTo(Care.UNREAD);
              from.add(below);
              pass(Duration.ofMillis(600));
              return Step.to(100 - from.size());
            })
        .ring();

    assertThat(from).containsExactly(Shelf.BEGINNING, 99L);
    isSetIn(Duration.ofSeconds(1));
  }

  @Test
  void after_each_step_with_what_is_new_twenty_times_as_long_is_left_to_those_who_write() {
    Map<Long, Integer> left = new TreeMap<>(Map.of(1L, 1, 2L, 3, 3L, 2));
    List<Long> visited = new ArrayList<>();
    Shelf shelf =
        (care, below) -> {
          var next =
              left.keySet().stream()
                  .filter(id -> care == Care.NEW && id < below && left.get(id) > 0)
                  .max(Comparator.naturalOrder());
          pass(care == Care.NEW ? Duration.ofMillis(2) : Duration.ZERO);
          next.ifPresent(id -> left.merge(id, -1, Integer::sum));
          next.ifPresent(visited::add);
          return next.map(id -> new Step(OptionalLong.of(id), left.get(id) > 0)).orElse(Step.END);
        };
    keeper(shelf).ring();

    assertThat(visited).as("each in its turn").containsExactly(3L, 2L, 1L, 3L, 2L, 2L);
    assertThat(rests).hasSize(8).containsOnly(Duration.ofMillis(40));
    isSetIn(Duration.ofSeconds(30));
  }

  @Test
  void what_there_was_no_time_for_is_gone_on_with_a_second_later_where_it_was_left() {
    List<Long> visited = new ArrayList<>();
    KeepShelf keeper =
        keeper(
            (care, below) -> {
              if (care == Care.UNREAD) {
                return Step.END;
              }
              assertThat(care).isEqualTo(Care.NEW);
              visited.add(below);
              pass(Duration.ofMillis(30));
              return Step.to(99 - visited.size());
            });
    keeper.ring();

    assertThat(visited).containsExactly(Shelf.BEGINNING, 98L, 97L, 96L);
    isSetIn(Duration.ofSeconds(1));
    keeper.ring();
    assertThat(visited).startsWith(Shelf.BEGINNING, 98L, 97L, 96L, 95L);
  }

  @Test
  void a_step_that_took_long_is_followed_by_as_long_a_rest_when_the_ring_is_over() {
    keeper(whatIsNewTakes(Duration.ofMillis(300))).ring();

    assertThat(rests).isEmpty();
    isSetIn(Duration.ofSeconds(6));
  }

  @Test
  void while_very_many_write_it_takes_a_tenth_of_that() {
    rush = true;
    KeepShelf keeper = keeper(this::keepUp);
    keeper.ring();
    pass(Duration.ofSeconds(499));
    keeper.ring();
    assertThat(asked).containsExactly(Care.UNREAD, Care.NEW, Care.ALL, Care.UNREAD, Care.NEW);

    pass(Duration.ofSeconds(1));
    keeper.ring();
    assertThat(asked).endsWith(Care.UNREAD, Care.NEW, Care.ALL).hasSize(8);
  }

  @Test
  void while_very_many_write_what_is_new_leaves_two_hundred_times_as_long_to_them() {
    rush = true;
    keeper(whatIsNewTakes(Duration.ofMillis(50))).ring();

    assertThat(rests).isEmpty();
    isSetIn(Duration.ofSeconds(10));
  }
}
