package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.delivery.Readership;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a store promises about those who read a published document. */
public interface ReadershipContract extends Kept {
  @Test
  default void everybody_who_read_it_counts_once() {
    long id = opened("C1").id();
    long other = opened("C2").id();
    Readership readers = readership();

    assertThat(readers.size(id)).isZero();
    assertThat(readers.add(id, "U1", Examples.NIGHT)).isTrue();
    assertThat(readers.add(id, "U1", Examples.NIGHT.plusSeconds(9))).isFalse();
    assertThat(readers.add(id, "U2", Examples.NIGHT)).isTrue();
    assertThat(readers.add(other, "U1", Examples.NIGHT)).isTrue();

    assertThat(readers.size(id)).isEqualTo(2);
    assertThat(readers.size(other)).isEqualTo(1);
  }

  @Test
  default void one_who_clicks_many_times_at_once_counts_once() throws Exception {
    long id = opened("C1").id();
    AtomicInteger first = new AtomicInteger();
    StoreContract.together(
        6, number -> first.addAndGet(readership().add(id, "U1", Examples.NIGHT) ? 1 : 0));

    assertThat(first).hasValue(1);
    assertThat(readership().size(id)).isEqualTo(1);
  }
}
