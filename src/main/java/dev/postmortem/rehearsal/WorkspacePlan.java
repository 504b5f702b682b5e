package dev.postmortem.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** How a workspace is to be: its clock, its manifest, its name, its patience. */
public record WorkspacePlan(
    Clock clock,
    String manifest,
    String domain,
    Duration ackDeadline,
    Duration patience,
    Clock signingClock,
    List<Duration> retries,
    int port) {

  /** Builds a plan; everything but the manifest has a default. */
  public static final class Builder {
    private Clock clock = Clock.systemUTC();
    private String manifest = "";
    private String domain = "rehearsal";
    private Duration ackDeadline = Duration.ofSeconds(3);
    private Duration patience = Duration.ofSeconds(10);
    private Clock signingClock = Clock.systemUTC();
    private List<Duration> retries =
        List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
    private int port;

    Builder() {}

    /** The workspace's time: timestamps, retries, expiry. The system's by default. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** The app's manifest as YAML: its scopes, events, commands and shortcuts. */
    public Builder manifest(String yaml) {
      manifest = yaml;
      return this;
    }

    /** The team's domain, as in {@code https://DOMAIN.slack.com}. */
    public Builder domain(String value) {
      domain = value;
      return this;
    }

    /** How long the app may take to acknowledge, in real time: Slack's three seconds by default. */
    public Builder ackDeadline(Duration value) {
      ackDeadline = value;
      return this;
    }

    /**
     * How long anything here waits for the app before it fails, in real time: ten seconds by
     * default.
     */
    public Builder patience(Duration value) {
      patience = value;
      return this;
    }

    /**
     * The time that signatures carry: the real one by default, as Bolt compares it with the real
     * one.
     */
    public Builder signingClock(Clock value) {
      signingClock = value;
      return this;
    }

    /**
     * How long is waited before each retry of an event, by the workspace's clock: Slack's are none,
     * a minute, and five (page "Events API").
     */
    public Builder retries(List<Duration> value) {
      retries = List.copyOf(value);
      return this;
    }

    /** The port of the Web API on 127.0.0.1; any free one by default. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** The plan; refuses one without a manifest. */
    public WorkspacePlan build() {
      if (manifest.isBlank()) {
        throw new IllegalArgumentException("a workspace needs the app's manifest");
      }
      return new WorkspacePlan(
          clock, manifest, domain, ackDeadline, patience, signingClock, retries, port);
    }
  }
}
