package dev.postmortem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.Main.Fault;
import dev.postmortem.slack.SlackLink;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check}: says exactly what is wrong before anybody needs the bot. */
@Command(
    name = "check",
    description =
        "Reads the settings and the manifest, tries the database and Slack, and says what is wrong.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  @Spec private CommandSpec spec;
  private final List<String> faults = new ArrayList<>();

  CheckCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Fault, Settings.Faulty {
    Settings settings = Settings.read(environment);
    say("settings: fine");
    database(settings.database());
    slack(settings);
    if (!faults.isEmpty()) {
      throw new Fault(String.join("\n", faults));
    }
    say("All is well: the bot can start.");
    return Main.DONE;
  }

  private void database(Settings.Storage storage) {
    try (Database database = Database.open(storage.url(), storage.user(), storage.password())) {
      say(database.isReachable() ? "database: fine" : "database: opened, but it does not answer");
    } catch (DatabaseRefused refused) {
      faults.add("database: " + refused.getMessage());
    }
  }

  private void slack(Settings settings) {
    try (SlackLink link =
        new SlackLink(settings.slack().apiUrl(), settings.slack().botToken(), Clock.systemUTC())) {
      JsonNode me = link.calls().call("auth.test", Map.of());
      say("Slack: fine, I am @" + me.path("user").asText() + " in " + me.path("team").asText());
      scopes(link);
      broadcast(link, settings.review().broadcast());
    } catch (SlackFault fault) {
      faults.add("Slack: " + fault.getMessage() + ". " + fault.advice());
    }
  }

  /** The manifest says what is needed; Slack says with each answer what was granted. */
  private void scopes(SlackLink link) throws SlackFault {
    Set<String> missing = new LinkedHashSet<>(Manifest.scopes());
    missing.removeAll(link.calls().grantedScopes());
    Set<String> refused = new LinkedHashSet<>(Manifest.optionalScopes());
    refused.retainAll(missing);
    missing.removeAll(refused);
    if (!refused.isEmpty()) {
      say("permissions not granted, and not needed: " + String.join(", ", refused));
    }
    if (missing.isEmpty()) {
      say("permissions: fine");
    } else {
      faults.add(
          "Slack: missing permissions: "
              + String.join(", ", missing)
              + ". Update the app from manifest.yml and install it again.");
    }
  }

  private void broadcast(SlackLink link, String channel) throws SlackFault {
    if (link.audience(channel, "").isPresent()) {
      say("broadcast channel: fine");
    } else {
      faults.add(
          "PM_BROADCAST_CHANNEL: I see no channel "
              + channel
              + ". If it is private, invite me there.");
    }
  }

  private void say(String words) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(words);
  }
}
