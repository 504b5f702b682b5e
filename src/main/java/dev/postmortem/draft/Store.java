package dev.postmortem.draft;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The door to what is kept. When {@link #write} returns, the work is on disk; when it throws,
 * nothing of it is kept. The work may be run again when it collides with another, so it must not
 * talk to anybody.
 */
public interface Store {
  <T> T write(Function<Records, T> work);

  <T> T read(Function<Records, T> work);

  /** {@link #write} for work without a result. */
  default void change(Consumer<Records> work) {
    write(
        records -> {
          work.accept(records);
          return true;
        });
  }
}
