package dev.postmortem.rehearsal.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs tasks side by side, but those of one lane one after the other, in a bounded pool. */
final class Lanes {
  private static final int THREADS = 8;
  private final Map<String, Deque<Runnable>> waiting = new HashMap<>();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(100_000), Lanes::thread);
  private final Activity activity;

  Lanes(Activity activity) {
    this.activity = activity;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "rehearsal-delivery");
    thread.setDaemon(true);
    return thread;
  }

  void submit(String lane, Runnable task) {
    activity.begin();
    boolean idle;
    synchronized (this) {
      idle = !waiting.containsKey(lane);
      waiting.computeIfAbsent(lane, name -> new ArrayDeque<>()).add(task);
    }
    if (idle) {
      pool.execute(() -> drain(lane));
    }
  }

  private void drain(String lane) {
    for (Runnable task = next(lane, false); task != null; task = next(lane, true)) {
      try {
        task.run();
      } finally {
        activity.end();
      }
    }
  }

  private synchronized @Nullable Runnable next(String lane, boolean lastIsDone) {
    Deque<Runnable> tasks = waiting.getOrDefault(lane, new ArrayDeque<>());
    if (lastIsDone) {
      tasks.poll();
    }
    if (tasks.isEmpty()) {
      waiting.remove(lane);
    }
    return tasks.peek();
  }

  void close() {
    pool.shutdownNow();
  }
}
