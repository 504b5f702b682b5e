package dev.postmortem.rehearsal.state;

import dev.postmortem.rehearsal.blocks.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the app gets to answer with: a trigger_id, good once and for three seconds, and a
 * response_url, good five times and for thirty minutes (page "Handling user interaction"). Guarded
 * by the team's lock.
 */
public final class Tickets {
  private static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);
  private static final Duration URL_LIFE = Duration.ofMinutes(30);
  private static final int URL_USES = 5;
  private final Map<String, Trigger> triggers = new LinkedHashMap<>();
  private final Map<String, ReplyUrl> urls = new HashMap<>();
  private final Team team;
  private long count = 1000;

  Tickets(Team team) {
    this.team = team;
  }

  private static final class Trigger {
    private final String userId;
    private final Instant issued;
    private final long issuedNanos = System.nanoTime();
    private boolean used;

    Trigger(String userId, Instant issued) {
      this.userId = userId;
      this.issued = issued;
    }

    boolean isExpired(Instant now) {
      boolean byClock = Duration.between(issued, now).compareTo(TRIGGER_LIFE) > 0;
      return byClock || System.nanoTime() - issuedNanos > TRIGGER_LIFE.toNanos();
    }
  }

  /**
   * Where an answer may be posted later.
   *
   * @param original the message that was clicked; empty for a command
   */
  public record ReplyUrl(
      String userId, Conversation room, Optional<Post> original, Instant issued, int uses) {
    ReplyUrl used() {
      return new ReplyUrl(userId, room, original, issued, uses + 1);
    }
  }

  /** A new trigger_id for what this person just did. */
  public String trigger(String userId) {
    count++;
    String id =
        count
            + "."
            + (count * 7919 % 1_000_000_007L)
            + "."
            + Long.toHexString(count * 2_654_435_761L);
    triggers.put(id, new Trigger(userId, team.clock().instant()));
    return id;
  }

  /** Uses up a trigger_id, and says whose it was. */
  public String redeem(String id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) {
      throw new Refusal("invalid_trigger_id");
    }
    if (trigger.used) {
      throw new Refusal("exchanged_trigger_id");
    }
    if (trigger.isExpired(team.clock().instant())) {
      throw new Refusal("expired_trigger_id");
    }
    trigger.used = true;
    return trigger.userId;
  }

  /** A new response_url. */
  public String replyUrl(String kind, String userId, Conversation room, Optional<Post> original) {
    count++;
    String path =
        "/"
            + kind
            + "/"
            + team.app().teamId()
            + "/"
            + count
            + "/"
            + Long.toHexString(count * 2_654_435_761L);
    urls.put(path, new ReplyUrl(userId, room, original, team.clock().instant(), 0));
    return team.baseUrl() + path;
  }

  /** Uses a response_url once. */
  public ReplyUrl use(String path) {
    ReplyUrl url = urls.get(path);
    if (url == null) {
      throw new Refusal("no_such_url");
    }
    if (Duration.between(url.issued(), team.clock().instant()).compareTo(URL_LIFE) > 0) {
      throw new Refusal("expired_url");
    }
    if (url.uses() >= URL_USES) {
      throw new Refusal("used_url");
    }
    urls.put(path, url.used());
    return url;
  }
}
