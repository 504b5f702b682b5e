package dev.postmortem.web.door;

import dev.postmortem.workflow.Memberships;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How visitors stand now. What Slack said is good for a moment, as one click may ask several times;
 * that it said nothing is asked again at once.
 */
final class Presence {
  private static final Duration MOMENT = Duration.ofSeconds(3);
  private static final int REMEMBERED = 500;
  private final Memberships memberships;
  private final Clock clock;
  private final Map<Visitor, Seen> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Visitor, Seen> eldest) {
          return size() > REMEMBERED;
        }
      };

  Presence(Memberships memberships, Clock clock) {
    this.memberships = memberships;
    this.clock = clock;
  }

  private record Seen(Memberships.Standing standing, Instant at) {}

  Memberships.Standing of(Visitor visitor) {
    Instant now = clock.instant();
    Seen known = recall(visitor);
    if (known != null && Duration.between(known.at(), now).abs().compareTo(MOMENT) < 0) {
      return known.standing();
    }
    Memberships.Standing standing = memberships.of(visitor.team(), visitor.person());
    keep(visitor, new Seen(standing, now));
    return standing;
  }

  private synchronized @org.jspecify.annotations.Nullable Seen recall(Visitor visitor) {
    return seen.get(visitor);
  }

  private synchronized void keep(Visitor visitor, Seen now) {
    if (now.standing() instanceof Memberships.Unknown) {
      seen.remove(visitor);
    } else {
      seen.put(visitor, now);
    }
  }
}
