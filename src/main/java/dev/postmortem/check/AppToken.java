package dev.postmortem.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks Slack for the address of a connection, which is not used, and whether both tokens are of the
 * same app.
 */
public final class AppToken implements Examination {
  private static final String NAME = "SLACK_APP_TOKEN";
  private final SlackCalls asApp;
  private final SlackCalls asBot;

  public AppToken(SlackCalls asApp, SlackCalls asBot) {
    this.asApp = asApp;
    this.asBot = asBot;
  }

  @Override
  public List<Finding> examine() {
    List<Finding> found = new ArrayList<>();
    try {
      asApp.call("apps.connections.open", Map.of());
      found.add(Finding.fine("Socket Mode", "fine"));
      sameApp(found);
    } catch (SlackFault fault) {
      found.add(Finding.fault(NAME, fault.getMessage() + ". " + advice(fault)));
    }
    return found;
  }

  private static String advice(SlackFault fault) {
    return switch (fault.code()) {
      case "invalid_auth", "not_authed", "token_revoked", "account_inactive" ->
          "Slack does not know this token (any more): make a new one under Basic Information.";
      case "missing_scope", "no_permission" -> "The token needs the scope connections:write.";
      case "not_allowed_token_type" -> "This is no app-level token.";
      default ->
          fault.isPassing()
              ? fault.advice()
              : "Is Socket Mode switched on in the app's pages? " + fault.advice();
    };
  }

  /** Where it cannot be found out, nothing is said: the bot token has its own examination. */
  private void sameApp(List<Finding> found) {
    try {
      String app = asApp.call("auth.test", Map.of()).path("app_id").asText();
      JsonNode me = asBot.call("auth.test", Map.of());
      Map<String, String> bot = Map.of("bot", me.path("bot_id").asText());
      String other = asBot.call("bots.info", bot).path("bot").path("app_id").asText();
      if (!app.isEmpty() && !other.isEmpty() && !app.equals(other)) {
        found.add(
            Finding.fault(
                NAME, "it is of app " + app + ", and SLACK_BOT_TOKEN of app " + other + "."));
      }
    } catch (SlackFault unknown) {
      return;
    }
  }
}
