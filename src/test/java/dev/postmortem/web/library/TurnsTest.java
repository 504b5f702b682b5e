package dev.postmortem.web.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns(Duration.ofMillis(1));
  private final List<String> shown = new ArrayList<>();

  private boolean during(int first, int second) throws IOException {
    boolean[] granted = new boolean[1];
    assertThat(turns.show(first, () -> granted[0] = turns.show(second, () -> shown.add("second"))))
        .isTrue();
    return granted[0];
  }

  @Test
  void a_very_long_document_is_held_alone() throws IOException {
    assertThat(during(100_000, 100_000)).isFalse();
    assertThat(during(100_000, 2_001)).isFalse();
    assertThat(shown).isEmpty();
  }

  @Test
  void short_documents_never_wait() throws IOException {
    assertThat(during(100_000, 2_000)).isTrue();
    assertThat(during(2_000, 100_000)).isTrue();
    assertThat(shown).hasSize(2);
  }

  @Test
  void some_long_documents_are_held_together() throws IOException {
    assertThat(during(20_000, 30_000)).isTrue();
    assertThat(during(20_000, 30_001)).isFalse();
  }

  @Test
  void a_reader_who_hung_up_makes_room_for_the_next() throws IOException {
    assertThatThrownBy(
            () ->
                turns.show(
                    100_000,
                    () -> {
                      throw new IOException("hung up");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(turns.show(100_000, () -> shown.add("next"))).isTrue();
  }
}
