package dev.postmortem.rehearsal.wire;

import dev.postmortem.rehearsal.state.Team;
import java.time.Duration;
import java.util.List;

/** Everything between the workspace and the app, put together. */
public final class Wire {
  private final Journal journal = new Journal();
  private final Activity activity = new Activity();
  private final HttpLine http;
  private final Sockets sockets;
  private final Envelopes envelopes;
  private final Courier courier;
  private final Deliveries deliveries;
  private final String token;

  /**
   * The lines to the app.
   *
   * @param retries how long is waited before each further attempt to deliver an event
   */
  public record Lines(HttpLine http, Sockets sockets, List<Duration> retries) {}

  /** For this team and app, over these lines. */
  public Wire(Team team, Manifest manifest, String token, Lines lines) {
    this.http = lines.http();
    this.sockets = lines.sockets();
    this.token = token;
    Line line = new EitherLine(sockets, http);
    envelopes = new Envelopes(team, token);
    courier = new Courier(line, lines.retries(), journal, activity, team);
    deliveries = new Deliveries(manifest, envelopes, courier, line, journal);
    team.listener(deliveries::tell);
  }

  /** The verification token that all payloads carry. */
  public String token() {
    return token;
  }

  /** All traffic. */
  public Journal journal() {
    return journal;
  }

  /** How much is under way. */
  public Activity activity() {
    return activity;
  }

  /** The line over HTTP. */
  public HttpLine http() {
    return http;
  }

  /** The line over Socket Mode. */
  public Sockets sockets() {
    return sockets;
  }

  /** Events in their envelopes. */
  public Envelopes envelopes() {
    return envelopes;
  }

  /** The attempts. */
  public Courier courier() {
    return courier;
  }

  /** The gate that events pass. */
  public Deliveries deliveries() {
    return deliveries;
  }
}
