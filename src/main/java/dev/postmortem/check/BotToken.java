package dev.postmortem.check;

import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackCalls.Introduced;
import dev.postmortem.slack.outbound.SlackFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Asks Slack who the bot is, what it may do, and what time it is. */
public final class BotToken implements Examination {
  /** Older requests are taken for forged (docs.slack.dev, "Verifying requests from Slack"). */
  private static final Duration TOO_MUCH = Duration.ofMinutes(5);

  private static final Duration MUCH = Duration.ofSeconds(30);
  private final SlackCalls calls;
  private final Set<String> needed;
  private final Set<String> optional;
  private final Clock clock;

  /** With the permissions of the manifest, and those among them that may be refused. */
  public BotToken(SlackCalls calls, Set<String> needed, Set<String> optional, Clock clock) {
    this.calls = calls;
    this.needed = needed;
    this.optional = optional;
    this.clock = clock;
  }

  @Override
  public List<Finding> examine() {
    List<Finding> found = new ArrayList<>();
    try {
      Introduced me = calls.introduce();
      String name = "@" + me.answer().path("user").asText();
      found.add(Finding.fine("Slack", "I am " + name + " in " + me.answer().path("team").asText()));
      found.addAll(permissions(me.scopes()));
      me.date().ifPresent(date -> found.add(time(clock.instant(), date)));
    } catch (SlackFault fault) {
      found.add(Finding.fault("Slack", fault.getMessage() + ". " + fault.advice()));
    }
    return found;
  }

  private List<Finding> permissions(Set<String> granted) {
    Set<String> missing = new LinkedHashSet<>(needed);
    missing.removeAll(granted);
    Set<String> refused = new LinkedHashSet<>(optional);
    refused.retainAll(missing);
    missing.removeAll(refused);
    List<Finding> found = new ArrayList<>();
    if (!refused.isEmpty()) {
      found.add(Finding.note("permissions", "not granted, and not needed: " + list(refused)));
    }
    found.add(
        missing.isEmpty()
            ? Finding.fine("permissions", "fine")
            : Finding.fault(
                "Slack",
                "missing permissions: "
                    + list(missing)
                    + ". Update the app from manifest.yml and install it again."));
    return found;
  }

  private static String list(Set<String> scopes) {
    return String.join(", ", scopes);
  }

  static Finding time(Instant here, Instant there) {
    Duration apart = Duration.between(there, here).abs();
    String words = "it differs from Slack's by %d s".formatted(apart.toSeconds());
    if (apart.compareTo(TOO_MUCH) >= 0) {
      return Finding.fault(
          "this machine's clock",
          words + ", so every request of Slack is taken for forged. Set it.");
    }
    return apart.compareTo(MUCH) > 0
        ? Finding.note("this machine's clock", words)
        : Finding.fine("this machine's clock", "fine");
  }
}
