package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Events on their way to the app, and the hostile things that can happen to them. Commands and
 * clicks are not held.
 */
public final class Deliveries {
  /** Keeps events back from now on. */
  public Deliveries hold() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Sends what was kept back, in order, and keeps nothing back any more. */
  public Deliveries release() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Sends what was kept back, the last first, and keeps nothing back any more. */
  public Deliveries releaseReversed() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /**
   * Sends what was kept back in an order drawn by this generator, and keeps nothing back any more.
   */
  public Deliveries releaseShuffled(RandomGenerator random) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The events kept back. */
  public List<ObjectNode> held() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Delivers each event this many times, with the same event_id. */
  public Deliveries copies(int times) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Delivers each event this many times, each time with another event_id. */
  public Deliveries copiesWithNewIds(int times) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Loses every event from now on. */
  public Deliveries outage() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Ends the outage; what was lost stays lost. */
  public Deliveries restored() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Delivers without regard to order, also within a channel; in order by default. */
  public Deliveries inParallel() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Delivers this event, subscribed or not, as it is. */
  public Deliveries send(ObjectNode event) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Delivers the latest event of this type once more, with the same event_id. */
  public Deliveries again(String eventType) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** How many retries are waiting for the clock. */
  public int retriesWaiting() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
