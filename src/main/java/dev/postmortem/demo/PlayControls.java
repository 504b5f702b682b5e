package dev.postmortem.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.browser.Controls;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a visitor sees of a play and can do to it, whichever thread they come from. */
final class PlayControls implements Controls {
  private static final Duration FARTHEST = Duration.ofDays(60);
  private static final double FASTEST = 120;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Tempo tempo;
  private final Tempo.Time time;
  private final ZoneId zone;
  private volatile String phase = "";
  private volatile String said = "Everything is ready. Press Play, and the incident begins.";
  private volatile boolean takenOver;
  private volatile boolean ended;
  private volatile List<Due> next = List.of();

  /**
   * @param zone the one that the clock is shown in
   */
  PlayControls(Tempo tempo, Tempo.Time time, ZoneId zone) {
    this.tempo = tempo;
    this.time = time;
    this.zone = zone;
  }

  /** A part of the play begins. */
  void begins(String title) {
    phase = title;
    says(title);
  }

  /** Tells the visitor something. */
  void says(String sentence) {
    said = sentence;
    changed();
  }

  /** The script is over; the sentence says why, and is empty where the visitor knows. */
  void ends(String sentence) {
    tempo.end();
    ended = true;
    says(sentence.isEmpty() ? said : sentence);
  }

  /** Time has passed, and this is to come. */
  void passed(List<Due> dues) {
    next = dues;
    changed();
  }

  @Override
  public ObjectNode state() {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.put("phase", phase).put("said", said).put("playing", tempo.isPlaying());
    state.put("speed", tempo.speed()).put("takenOver", takenOver).put("ended", ended);
    state.put("now", time.now().toString()).put("zone", zone.getId());
    ArrayNode dues = state.putArray("next");
    next.forEach(due -> dues.addObject().put("label", due.label()).put("at", due.at().toString()));
    return state;
  }

  @Override
  public void command(String verb, ObjectNode arguments) throws Refused {
    switch (verb) {
      case "pause" -> tempo.play(false);
      case "resume" -> tempo.play(true);
      case "speed" -> tempo.speed(factor(arguments));
      case "step" -> {
        onlyWithScript();
        tempo.step();
      }
      case "takeOver" -> takeOver();
      case "advance" -> tempo.hurry(wanted(arguments));
      default -> throw new Refused("The play knows no “" + verb + "”.");
    }
    changed();
  }

  private void takeOver() throws Refused {
    onlyWithScript();
    takenOver = true;
    said = "You have taken over: nobody else acts now, and time passes as on your own clock.";
    tempo.end();
    tempo.play(true);
  }

  private void onlyWithScript() throws Refused {
    if (tempo.isOver()) {
      throw new Refused("The script is over already; you go on alone.");
    }
  }

  private static double factor(ObjectNode arguments) throws Refused {
    double factor = arguments.path("factor").asDouble();
    if (!(factor > 0) || factor > FASTEST) {
      throw new Refused("The speed is a number of minutes in a second, up to 120.");
    }
    return factor;
  }

  private Instant wanted(ObjectNode arguments) throws Refused {
    Instant now = time.now();
    Instant then = then(arguments, now);
    if (!then.isAfter(now)) {
      throw new Refused("That time has passed already; the clock only goes forward.");
    }
    if (then.isAfter(now.plus(FARTHEST))) {
      throw new Refused("That is too far away: go 60 days at most.");
    }
    return then;
  }

  private static Instant then(ObjectNode arguments, Instant now) throws Refused {
    try {
      return arguments.hasNonNull("until")
          ? Instant.parse(arguments.path("until").asText())
          : now.plus(Duration.ofMinutes(arguments.path("minutes").asLong()));
    } catch (DateTimeException | ArithmeticException unknown) {
      throw new Refused("Say until when, as 2026-11-22T14:05:00Z, or for how many minutes.");
    }
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
