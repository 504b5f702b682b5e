package dev.postmortem.workflow;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Which incident the lines of the log are about. Work for an incident is begun here; every line
 * that its thread writes until it ends names the incident, as {@value #INCIDENT}.
 */
public final class About {
  /** What the lines call it. */
  public static final String INCIDENT = "incident";

  private About() {}

  /** Does something for an incident; 0 is none, and then nothing is said. */
  public static void incident(long id, Runnable work) {
    ask(
        id,
        () -> {
          work.run();
          return true;
        });
  }

  /** Does something for an incident that has a result. */
  public static <T> T ask(long id, Supplier<T> work) {
    return within(id == 0 ? MDC.get(INCIDENT) : "PM-" + id, work);
  }

  /** The same work, about the same incident, for another thread. */
  public static Runnable carried(Runnable work) {
    String incident = MDC.get(INCIDENT);
    return () ->
        within(
            incident,
            () -> {
              work.run();
              return true;
            });
  }

  private static <T> T within(@Nullable String incident, Supplier<T> work) {
    String before = MDC.get(INCIDENT);
    note(incident);
    try {
      return work.get();
    } finally {
      note(before);
    }
  }

  private static void note(@Nullable String incident) {
    if (incident == null) {
      MDC.remove(INCIDENT);
    } else {
      MDC.put(INCIDENT, incident);
    }
  }
}
