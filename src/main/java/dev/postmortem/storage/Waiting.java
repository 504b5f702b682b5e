package dev.postmortem.storage;

import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What stands in the journal and not yet in the tables, in order. For several threads at once. */
final class Waiting {
  private final Deque<Belonging> line = new ArrayDeque<>();
  private final Set<MessageKey> keys = new HashSet<>();
  private long characters;
  private long taken;
  private int wanted;
  private boolean over;

  synchronized void add(Collection<Belonging> more) {
    for (Belonging one : more) {
      line.add(one);
      keys.add(one.message().key());
      characters += characters(one);
    }
    if (line.size() >= wanted) {
      notifyAll();
    }
  }

  private static long characters(Belonging one) {
    Message message = one.message();
    return (long) message.raw().length() + message.plain().length();
  }

  /** The first of them, so many at most. */
  synchronized List<Belonging> first(int most) {
    return line.stream().limit(most).toList();
  }

  /** Takes the first of them out. */
  synchronized void take(int count) {
    for (int i = 0; i < count; i++) {
      Belonging one = line.remove();
      keys.remove(one.message().key());
      characters -= characters(one);
      taken++;
    }
  }

  synchronized boolean has(MessageKey key) {
    return keys.contains(key);
  }

  synchronized boolean isEmpty() {
    return line.isEmpty();
  }

  /** How much they say. */
  synchronized long characters() {
    return characters;
  }

  /** How many came in so far; when as many were taken, none of these waits any more. */
  synchronized long added() {
    return taken + line.size();
  }

  synchronized boolean isTaken(long until) {
    return taken >= until;
  }

  /** Nobody waits for more any longer. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  /**
   * Waits until there are so many, but not longer than this; answers whether there is any. For one
   * thread: it is not woken before, as whoever adds would have to wait for a processor then.
   */
  synchronized boolean await(int count, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    wanted = count;
    while (line.size() < count && left > 0 && !over) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    return !line.isEmpty();
  }
}
