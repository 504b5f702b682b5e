package dev.postmortem.slack.carriers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.slack.outbound.Undelivered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail addresses of people, as Slack tells them to an app with the scope users:read.email.
 * Nothing is stored: what Slack said is remembered for an hour, so that the invitations to one
 * meeting ask once for each person.
 */
public final class Addresses {
  private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int MOST = 1_000;
  private final SlackCalls calls;
  private final Clock clock;
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  private record Known(String address, Instant at) {}

  public Addresses(SlackCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Somebody's address, empty when it is not known.
   *
   * @throws Undelivered when Slack cannot say just now
   */
  public synchronized String of(String user) throws Undelivered {
    Instant now = clock.instant();
    Known found = known.get(user);
    if (found == null || found.at().plus(REMEMBERED).isBefore(now)) {
      found = new Known(asked(user), now);
      known.put(user, found);
    }
    return found.address();
  }

  private String asked(String user) throws Undelivered {
    try {
      JsonNode found = calls.call("users.info", Map.of("user", user)).path("user");
      boolean gone = found.path("deleted").asBoolean() || found.path("is_bot").asBoolean();
      return gone ? "" : found.path("profile").path("email").asText("").strip();
    } catch (SlackFault fault) {
      if (fault.isPassing()) {
        throw Undelivered.of(fault);
      }
      LOG.info("no address of {}: {}", user, fault.getMessage());
      return "";
    }
  }
}
