package dev.postmortem;

import dev.postmortem.demo.Bot;
import dev.postmortem.demo.Refused;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.workflow.Desk;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The real bot, as the demo needs it. */
public record WiredBot(Wiring wiring) implements Bot {

  /** Starts the bot as {@code serve} does, on this clock. */
  public static Bot start(Map<String, String> environment, Clock clock) throws Refused {
    try {
      return start(Wiring.of(Settings.read(environment), clock));
    } catch (Settings.Faulty | DatabaseRefused refused) {
      throw new Refused(refused.getMessage());
    }
  }

  private static Bot start(Wiring wiring) throws Refused {
    try {
      return new WiredBot(wiring.start());
    } catch (Wiring.Refused refused) {
      wiring.close();
      throw new Refused(refused.getMessage());
    }
  }

  @Override
  public int port() {
    return wiring.port();
  }

  @Override
  public void ringDue() {
    wiring.ringDue();
  }

  @Override
  public boolean settle(Duration most) throws InterruptedException {
    return wiring.settle(most);
  }

  @Override
  public Desk desk() {
    return wiring.desk();
  }

  @Override
  public void close() {
    wiring.close();
  }
}
