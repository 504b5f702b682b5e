package dev.postmortem.demo;

import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.browser.Controls;
import dev.postmortem.workflow.Desk;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The incident as a play that visitors watch, join in, and may take over. It begins when they press
 * Play. When the script comes to its end, or is not to be followed any more, they go on alone.
 */
public final class LivePlay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LivePlay.class);

  /** How long people on the stage wait for a window or a message; the visitor waits with them. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** For what the play's thread is at when it is to end. */
  private static final Duration LAST = Duration.ofSeconds(5);

  private static final int MOST_WORDS = 160;
  private final House house;
  private final Incident incident;
  private final Tempo tempo;
  private final PlayControls controls;
  private final Show show;
  private final Thread thread = new Thread(this::run, "play");

  LivePlay(House house, Incident incident, PrintWriter out, Tempo.Rest rest) {
    this.house = house;
    this.incident = incident;
    Clockwork clockwork = new Clockwork();
    tempo = new Tempo(clockwork, rest);
    controls = new PlayControls(tempo, clockwork, incident.zone());
    show = new Show(out, false, controls::begins);
    house.passes(this::until);
    thread.setDaemon(true);
  }

  /**
   * Opens the house and starts the bot; the play waits for {@link #start}.
   *
   * @param port the bot's; 0 for any that is free
   * @param recording the file of a recorded incident; null for the script
   */
  public static LivePlay open(
      Bot.Starter starter, int port, @Nullable Path recording, PrintWriter out) throws Refused {
    Incident incident = Incident.of(recording);
    House house = House.open(incident.begins(), PATIENCE);
    try {
      house.start(starter, port, incident.settle(house.slack()));
      return new LivePlay(house, incident, out, Tempo.Rest.REAL);
    } catch (Refused | RuntimeException | Error refused) {
      house.close();
      throw refused;
    }
  }

  /** The workspace that it is played in. */
  public Workspace slack() {
    return house.slack();
  }

  /** For the visitor. */
  public Controls controls() {
    return controls;
  }

  /** Lets the play begin in a thread of its own. */
  public void start() {
    thread.start();
  }

  /** Plays the script, then lets time pass until this is closed. */
  void run() {
    controls.ends(script());
    while (!tempo.isClosed()) {
      goOn();
    }
  }

  /** Plays it, and says how that ended. */
  private String script() {
    try {
      incident.play(house, show);
      return "The script has come to its end: the post-mortem is published. Go on as you like.";
    } catch (Tempo.Over left) {
      return "";
    } catch (RuntimeException | AssertionError missing) {
      LOG.debug("the script does not go on", missing);
      return "The script ends here, as " + why(missing) + " You go on alone.";
    }
  }

  private static String why(Throwable missing) {
    String words = String.valueOf(missing.getMessage());
    String line = words.lines().filter(one -> !one.isBlank()).findFirst().orElse("");
    String first = line.replaceFirst("^waited \\d+ s in vain for", "nobody found");
    return (first.length() > MOST_WORDS ? first.substring(0, MOST_WORDS) + "…" : first) + ".";
  }

  private void goOn() {
    try {
      tempo.goOn();
    } catch (RuntimeException | AssertionError trouble) {
      LOG.debug("time does not go on", trouble);
      tempo.play(false);
      controls.says("Time stands still, as " + why(trouble) + " Press Play to try again.");
    }
  }

  /** A line may have changed what is to come. */
  private void until(Instant then) {
    controls.passed(Due.of(house.bot().desk(), incident.zone()));
    tempo.until(then);
  }

  /** Ends the play, and closes the house. */
  @Override
  public void close() {
    tempo.close();
    thread.interrupt();
    try {
      thread.join(LAST.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    house.close();
  }

  /** The clock of the house, which stops wherever the bot has something to do. */
  private final class Clockwork implements Tempo.Time {
    @Override
    public Instant now() {
      return house.now();
    }

    @Override
    public void leap(Instant then) {
      Desk desk = house.bot().desk();
      ZoneId zone = incident.zone();
      Optional<Instant> stop = Due.before(then, desk, zone);
      while (stop.isPresent()) {
        house.leap(stop.get());
        house.settle();
        stop = Due.before(then, desk, zone);
      }
      house.leap(then);
      controls.passed(Due.of(desk, zone));
    }
  }
}
