package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Requests;
import dev.postmortem.draft.Requests.Done;
import dev.postmortem.draft.Requests.Fresh;
import dev.postmortem.draft.Requests.UnderWay;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a store promises about what people ask for. */
public interface RequestsContract extends Kept {
  Instant FIRST = Examples.NIGHT;

  @Test
  default void a_request_is_done_once_and_whoever_asks_again_gets_the_same_answer() {
    Requests requests = requests();

    assertThat(requests.begin("a", FIRST)).isEqualTo(new Fresh());
    assertThat(requests.begin("a", FIRST.plusSeconds(1))).isEqualTo(new UnderWay());
    requests.done("a", "Käse");
    assertThat(requests.begin("a", FIRST.plusSeconds(900))).isEqualTo(new Done("Käse"));
    assertThat(requests.begin("b", FIRST)).isEqualTo(new Fresh());
  }

  @Test
  default void what_somebody_began_who_died_is_taken_over_once() {
    requests().begin("a", FIRST);
    Instant later = FIRST.plus(Requests.PATIENCE);

    assertThat(requests().begin("a", later.minusMillis(1))).isEqualTo(new UnderWay());
    assertThat(requests().begin("a", later)).isEqualTo(new Fresh());
    assertThat(requests().begin("a", later.plusSeconds(1))).isEqualTo(new UnderWay());
  }

  @Test
  default void what_was_not_done_may_be_asked_for_again_and_what_was_done_may_not() {
    requests().begin("a", FIRST);
    requests().drop("a");
    assertThat(requests().begin("a", FIRST)).isEqualTo(new Fresh());

    requests().done("a", "");
    requests().drop("a");
    assertThat(requests().begin("a", FIRST)).isEqualTo(new Done(""));
  }

  @Test
  default void what_is_old_is_forgotten() {
    requests().begin("old", FIRST);
    requests().done("old", "");
    requests().begin("new", FIRST.plusSeconds(60));
    requests().done("new", "");
    requests().forget(FIRST.plusSeconds(60));

    assertThat(requests().begin("old", FIRST)).isEqualTo(new Fresh());
    assertThat(requests().begin("new", FIRST)).isEqualTo(new Done(""));
  }

  @Test
  default void of_many_who_ask_the_same_at_once_one_does_it() throws Exception {
    AtomicInteger fresh = new AtomicInteger();
    StoreContract.together(
        6, number -> fresh.addAndGet(requests().begin("same", FIRST) instanceof Fresh ? 1 : 0));

    assertThat(fresh).hasValue(1);
  }
}
