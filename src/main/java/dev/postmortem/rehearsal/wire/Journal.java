package dev.postmortem.rehearsal.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All traffic, the newest ten thousand of each kind. */
public final class Journal {
  private static final int KEPT = 10_000;
  private final Deque<ApiCall> calls = new ArrayDeque<>();
  private final Deque<Delivery> deliveries = new ArrayDeque<>();
  private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();

  /** Keeps a call. */
  public void keep(ApiCall call) {
    synchronized (this) {
      keep(calls, call);
    }
    listeners.forEach(listener -> listener.accept(call));
  }

  /** Keeps a delivery. */
  public void keep(Delivery delivery) {
    synchronized (this) {
      keep(deliveries, delivery);
    }
    listeners.forEach(listener -> listener.accept(delivery));
  }

  /** Tells of everything kept from now on, in whatever thread; the listener is quick. */
  public void onKeep(Consumer<Exchange> listener) {
    listeners.add(listener);
  }

  /** Every call, oldest first. */
  public synchronized List<ApiCall> calls() {
    return List.copyOf(calls);
  }

  /** The calls of one method, oldest first. */
  public List<ApiCall> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /** Every attempt to deliver something, oldest first. */
  public synchronized List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /** The attempts to deliver one kind of event, command or interaction, oldest first. */
  public List<Delivery> deliveries(String what) {
    return deliveries().stream().filter(delivery -> delivery.what().equals(what)).toList();
  }

  /** Forgets everything until now. */
  public synchronized void clear() {
    calls.clear();
    deliveries.clear();
  }

  private static <T> void keep(Deque<T> kept, T entry) {
    if (kept.size() == KEPT) {
      kept.removeFirst();
    }
    kept.addLast(entry);
  }
}
