package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Events on their way to the app, and the hostile things that can happen to them. Commands and
 * clicks are not held.
 */
public final class Deliveries {
  private final List<Parcel> held = new ArrayList<>();
  private final Map<String, Parcel> latest = new HashMap<>();
  private final Manifest manifest;
  private final Envelopes envelopes;
  private final Courier courier;
  private final Line line;
  private final Journal journal;
  private boolean holding;
  private boolean outage;
  private boolean parallel;
  private boolean newIds;
  private int copies = 1;

  Deliveries(Manifest manifest, Envelopes envelopes, Courier courier, Line line, Journal journal) {
    this.manifest = manifest;
    this.envelopes = envelopes;
    this.courier = courier;
    this.line = line;
    this.journal = journal;
  }

  /** Tells the app of something, if it asked to be told. */
  synchronized void tell(Happening happening) {
    if (line.isConnected() && manifest.isSubscribed(happening.subscription())) {
      pass(envelopes.parcel(happening.event(), happening.lane()));
    }
  }

  private void pass(Parcel parcel) {
    latest.put(parcel.what(), parcel);
    if (outage) {
      journal.keep(
          new Delivery(
              parcel.kind().wireName(),
              parcel.what(),
              parcel.id(),
              0,
              0,
              "dropped",
              Duration.ZERO,
              parcel.payload(),
              envelopes.now(),
              ""));
    } else if (holding) {
      held.add(parcel);
    } else {
      dispatch(parcel);
    }
  }

  private void dispatch(Parcel parcel) {
    for (int i = 0; i < copies; i++) {
      Parcel copy = i > 0 && newIds ? envelopes.renewed(parcel) : parcel;
      courier.dispatch(parallel ? alone(copy, i) : copy);
    }
  }

  private static Parcel alone(Parcel parcel, int copy) {
    return new Parcel(
        parcel.kind(), parcel.what(), parcel.id(), parcel.id() + "/" + copy, parcel.payload());
  }

  /** Keeps events back from now on. */
  public synchronized Deliveries hold() {
    holding = true;
    return this;
  }

  /** Sends what was kept back, in order, and keeps nothing back any more. */
  public synchronized Deliveries release() {
    return release(new ArrayList<>(held));
  }

  /** Sends what was kept back, the last first, and keeps nothing back any more. */
  public synchronized Deliveries releaseReversed() {
    List<Parcel> order = new ArrayList<>(held);
    Collections.reverse(order);
    return release(order);
  }

  /**
   * Sends what was kept back in an order drawn by this generator, and keeps nothing back any more.
   */
  public synchronized Deliveries releaseShuffled(RandomGenerator random) {
    List<Parcel> order = new ArrayList<>(held);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.nextInt(i + 1));
    }
    return release(order);
  }

  private Deliveries release(List<Parcel> order) {
    holding = false;
    held.clear();
    order.forEach(this::dispatch);
    return this;
  }

  /** The events kept back. */
  public synchronized List<ObjectNode> held() {
    return held.stream().map(Parcel::payload).toList();
  }

  /** Delivers each event this many times, with the same event_id. */
  public synchronized Deliveries copies(int times) {
    copies = times;
    newIds = false;
    return this;
  }

  /** Delivers each event this many times, each time with another event_id. */
  public synchronized Deliveries copiesWithNewIds(int times) {
    copies = times;
    newIds = true;
    return this;
  }

  /** Loses every event from now on. */
  public synchronized Deliveries outage() {
    outage = true;
    return this;
  }

  /** Ends the outage; what was lost stays lost. */
  public synchronized Deliveries restored() {
    outage = false;
    return this;
  }

  /** Delivers without regard to order, also within a channel; in order by default. */
  public synchronized Deliveries inParallel() {
    parallel = true;
    return this;
  }

  /** Delivers this event, subscribed or not, as it is. */
  public synchronized Deliveries send(ObjectNode event) {
    pass(envelopes.parcel(event, event.path("channel").asText("team")));
    return this;
  }

  /** Delivers the latest event of this type once more, with the same event_id. */
  public synchronized Deliveries again(String eventType) {
    Parcel parcel =
        Optional.ofNullable(latest.get(eventType))
            .orElseThrow(() -> new IllegalArgumentException("no event " + eventType + " yet"));
    dispatch(parcel);
    return this;
  }

  /** How many retries are waiting for the clock. */
  public int retriesWaiting() {
    return courier.retriesWaiting();
  }
}
