package dev.postmortem.web.door;

import dev.postmortem.workflow.Pages;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** All that one secret opens: the links out of Slack, the sessions, and the links of feeds. */
public final class Keyring implements Pages {
  /** The parameter that a pass is handed over in. */
  public static final String KEY = "key";

  /** A letter of Slack's is still opened some days later. */
  private static final Duration LINK = Duration.ofDays(7);

  private static final Duration SESSION = Duration.ofHours(12);

  /** Nobody renews the address that a feed reader was given. */
  private static final Duration FEED = Duration.ofDays(180);

  private final String base;
  private final Clock clock;
  private final Passes links;
  private final Passes sessions;
  private final Passes feeds;

  /**
   * A keyring.
   *
   * @param base the public address without a slash at the end; empty when there is none, and then
   *     there are no links
   */
  public Keyring(String secret, String base, Clock clock) {
    this.base = base;
    this.clock = clock;
    links = new Passes(secret, "link", LINK);
    sessions = new Passes(secret, "session", SESSION);
    feeds = new Passes(secret, "feed", FEED);
  }

  /** Whether browsers come over an encrypted line. */
  public boolean isSecure() {
    return base.startsWith("https:");
  }

  /** The public address of a path. */
  public String address(String path) {
    return base + path;
  }

  @Override
  public boolean areOn() {
    return !base.isEmpty();
  }

  @Override
  public Optional<String> link(String team, String person, String path) {
    String pass = links.issue(new Visitor(team, person), path, clock.instant());
    return base.isEmpty() ? Optional.empty() : Optional.of(base + path + "?" + KEY + "=" + pass);
  }

  /** The address of a feed with these further parameters, which may be empty. */
  public String feed(Visitor visitor, String path) {
    return base + path + "?" + KEY + "=" + feeds.issue(visitor, path, clock.instant());
  }

  Optional<Visitor> byLink(String pass, String path) {
    return links.check(pass, path, clock.instant());
  }

  Optional<Visitor> byFeed(String pass, String path) {
    return feeds.check(pass, path, clock.instant());
  }

  Optional<Visitor> bySession(String pass) {
    return sessions.check(pass, "", clock.instant());
  }

  String session(Visitor visitor) {
    return sessions.issue(visitor, "", clock.instant());
  }

  Duration sessionLength() {
    return sessions.length();
  }
}
