package dev.postmortem;

import com.slack.api.bolt.App;
import dev.postmortem.slack.SlackLink;
import dev.postmortem.slack.inbound.Identity;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.slack.socket.SocketMode;
import dev.postmortem.workflow.publish.Audience;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Slack who the bot is and where it publishes; while Slack is away it asks again. */
final class Introduction {
  private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);
  private final SlackLink link;
  private final Patience patience;

  Introduction(SlackLink link, Patience patience) {
    this.link = link;
    this.patience = patience;
  }

  Identity whoAmI() throws Wiring.Refused {
    return patiently(link::whoAmI);
  }

  Audience audience(Settings settings) throws Wiring.Refused {
    String channel = settings.review().broadcast();
    Settings.Post mail = settings.mail();
    String list = mail == null ? "" : String.join(", ", mail.to());
    Optional<Audience> found = patiently(() -> link.audience(channel, list));
    return found.orElseThrow(
        () ->
            new Wiring.Refused(
                "PM_BROADCAST_CHANNEL: I see no channel "
                    + channel
                    + ". If it is private, invite me there first."));
  }

  /** Begins to listen to Slack over connections of the bot's own. */
  void connect(SocketMode line) throws Wiring.Refused {
    patiently(
        () -> {
          line.start();
          return line;
        });
  }

  /** Lets Bolt find out who it is, too. */
  void begin(App bolt) throws Wiring.Refused {
    for (int failures = 1; ; failures++) {
      try {
        bolt.start();
        return;
      } catch (IllegalArgumentException | IllegalStateException away) {
        LOG.warn("Slack is away ({}), trying again", away.getMessage());
        patience.rest(patience.after(failures));
        whoAmI();
      }
    }
  }

  private <T> T patiently(Question<T> question) throws Wiring.Refused {
    for (int failures = 1; ; failures++) {
      try {
        return question.ask();
      } catch (SlackFault fault) {
        if (!fault.isPassing()) {
          throw new Wiring.Refused(
              "Slack refuses the bot: " + fault.getMessage() + ". " + fault.advice());
        }
        Duration pause = pause(fault, failures);
        LOG.warn("Slack is away ({}), trying again in {} ms", fault.getMessage(), pause.toMillis());
        patience.rest(pause);
      }
    }
  }

  private Duration pause(SlackFault fault, int failures) {
    Duration wanted = fault.pause();
    Duration pause = patience.after(failures);
    return wanted != null && wanted.compareTo(pause) > 0 ? wanted : pause;
  }

  private interface Question<T> {
    T ask() throws SlackFault;
  }
}
