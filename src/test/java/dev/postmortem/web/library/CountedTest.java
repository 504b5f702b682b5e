package dev.postmortem.web.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Template;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.Catalog;
import dev.postmortem.draft.catalog.Fact;
import dev.postmortem.timeline.Person;
import dev.postmortem.web.door.Entry.Welcome;
import dev.postmortem.web.door.Visitor;
import dev.postmortem.workflow.Desk;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountedTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private final Counted counted = new Counted();
  private final Catalog catalog = mock(Catalog.class);
  private final Records records = mock(Records.class);
  private final List<Fact> facts = new ArrayList<>();
  private final Store store =
      new Store() {
        @Override
        public <T> T write(Function<Records, T> work) {
          throw new AssertionError("pages only read");
        }

        @Override
        public <T> T read(Function<Records, T> work) {
          return work.apply(records);
        }
      };

  @BeforeEach
  void aLibrary() {
    when(records.catalog()).thenReturn(catalog);
    when(catalog.privateRooms("T1")).thenReturn(List.of("C1"));
    when(catalog.facts(any(), any(), any())).thenAnswer(asked -> List.copyOf(facts));
  }

  private void incidents(int count) {
    for (int i = 0; i < count; i++) {
      WarRoom room = new WarRoom("T1", "C" + i, "room", false);
      Card card =
          new Card(1, "x", "", State.OPEN, room, NOW, null, null, ZoneOffset.UTC, "UANNE", 0);
      facts.add(new Fact(card, null, null, null, List.of(), Map.of()));
    }
  }

  private int seen(String person, Set<String> rooms, Instant at) {
    Desk desk = new Desk(store, Clock.fixed(at, ZoneOffset.UTC), Template.DEFAULT, "/pm");
    Welcome welcome = new Welcome(new Visitor("T1", person), Person.unknown(person), rooms);
    return counted.of(new Look(desk, welcome), 12).incidents();
  }

  private int seen() {
    return seen("UANNE", Set.of(), NOW);
  }

  @Test
  void many_are_not_counted_again_for_some_minutes() {
    incidents(501);
    assertThat(seen()).isEqualTo(501);
    incidents(1);
    assertThat(seen("UANNE", Set.of(), NOW.plusSeconds(299))).isEqualTo(501);
    assertThat(seen("UANNE", Set.of(), NOW.plusSeconds(300))).isEqualTo(502);
  }

  @Test
  void few_are_always_counted() {
    incidents(499);
    assertThat(seen()).isEqualTo(499);
    incidents(1);
    assertThat(seen()).isEqualTo(500);
    incidents(1);
    assertThat(seen()).isEqualTo(501);
  }

  @Test
  void what_was_counted_for_one_is_shown_to_nobody_else() {
    incidents(501);
    seen("UANNE", Set.of("C1"), NOW);
    incidents(1);
    assertThat(seen("UZOE", Set.of("C1"), NOW)).isEqualTo(502);
    assertThat(seen("UANNE", Set.of(), NOW)).as("left the room").isEqualTo(502);
    assertThat(seen("UANNE", Set.of("C1"), NOW)).isEqualTo(501);
  }

  @Test
  void when_a_room_becomes_private_it_is_counted_again() {
    incidents(501);
    seen();
    incidents(1);
    when(catalog.privateRooms("T1")).thenReturn(List.of("C1", "C2"));
    assertThat(seen()).isEqualTo(502);
  }
}
