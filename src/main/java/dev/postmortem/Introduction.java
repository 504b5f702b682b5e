package dev.postmortem;

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

  Introduction(SlackLink link) {
    this.link = link;
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

  private <T> T patiently(Question<T> question) throws Wiring.Refused {
    long pause = 1;
    while (true) {
      try {
        return question.ask();
      } catch (SlackFault fault) {
        if (!fault.isPassing()) {
          throw new Wiring.Refused(
              "Slack refuses the bot: " + fault.getMessage() + ". " + fault.advice());
        }
        LOG.warn("Slack is away ({}), trying again in {} s", fault.getMessage(), pause);
        rest(Duration.ofSeconds(pause));
        pause = Math.min(60, pause * 2);
      }
    }
  }

  private static void rest(Duration pause) throws Wiring.Refused {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Wiring.Refused("stopped while waiting for Slack");
    }
  }

  private interface Question<T> {
    T ask() throws SlackFault;
  }
}
