package dev.postmortem.rehearsal.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Failures of the Web API to come, by method. */
public final class Faults {
  private final Map<String, Deque<Fault>> coming = new HashMap<>();
  private final Map<String, Fault> lasting = new HashMap<>();

  private Function<String, Optional<Fault>> drawn = method -> Optional.empty();

  Faults() {}

  /** The next call of the method fails like this. */
  public Faults next(String method, Fault fault) {
    return next(1, method, fault);
  }

  /** The next calls of the method fail like this. */
  public synchronized Faults next(int calls, String method, Fault fault) {
    Deque<Fault> queue = coming.computeIfAbsent(method, name -> new ArrayDeque<>());
    for (int i = 0; i < calls; i++) {
      queue.add(fault);
    }
    return this;
  }

  /** Every call of the method fails like this until cleared. */
  public synchronized Faults always(String method, Fault fault) {
    lasting.put(method, fault);
    return this;
  }

  /** Every call fails, or does not, as this draws for its method, until cleared. */
  public synchronized Faults drawn(Function<String, Optional<Fault>> draw) {
    drawn = draw;
    return this;
  }

  /** No more failures. */
  public synchronized Faults clear() {
    drawn = method -> Optional.empty();
    coming.clear();
    lasting.clear();
    return this;
  }

  synchronized Optional<Fault> take(String method) {
    Optional<Fault> next =
        Optional.ofNullable(coming.getOrDefault(method, new ArrayDeque<>()).poll());
    return next.or(() -> Optional.ofNullable(lasting.get(method))).or(() -> drawn.apply(method));
  }
}
