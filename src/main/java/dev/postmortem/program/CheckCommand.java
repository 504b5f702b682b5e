package dev.postmortem.program;

import dev.postmortem.Manifest;
import dev.postmortem.Settings;
import dev.postmortem.check.AppToken;
import dev.postmortem.check.BotToken;
import dev.postmortem.check.BroadcastChannel;
import dev.postmortem.check.DatabaseState;
import dev.postmortem.check.Examination;
import dev.postmortem.check.Finding;
import dev.postmortem.check.MailServer;
import dev.postmortem.check.Port;
import dev.postmortem.check.Stakeholders;
import dev.postmortem.check.Surroundings;
import dev.postmortem.mail.SmtpDestination;
import dev.postmortem.slack.SlackLink;
import dev.postmortem.storage.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check}: says exactly what is wrong before anybody needs the bot, all of it at once. */
@Command(
    name = "check",
    description =
        "Examines settings, Slack, database, mail and port, and says all that is wrong, one line a"
            + " fault.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private int faults;
  @Spec private CommandSpec spec;

  public CheckCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Settings.Attempt read = Settings.attempt(environment);
    Settings settings = read.settings();
    for (String fault : read.faults()) {
      say(Finding.fault("", fault));
    }
    if (read.faults().isEmpty()) {
      say("ok    settings: fine");
    }
    try (SlackLink link =
        new SlackLink(settings.slack().apiUrl(), settings.slack().botToken(), Clock.systemUTC())) {
      for (Examination one : examinations(settings, link)) {
        one.examine().forEach(this::say);
      }
    }
    say(
        faults == 0
            ? "All is well: the bot can start."
            : "The bot cannot start like this. Faults: " + faults);
    return faults == 0 ? Exit.DONE : Exit.REFUSED;
  }

  /** What can be looked at; not what a faulty setting names. */
  private List<Examination> examinations(Settings settings, SlackLink link) {
    List<Examination> all = new ArrayList<>();
    Settings.Workspace slack = settings.slack();
    if (slack.botToken().startsWith("xoxb-")) {
      all.add(
          new BotToken(
              link.calls(), Manifest.scopes(), Manifest.optionalScopes(), Clock.systemUTC()));
      if (slack.appToken().startsWith("xapp-")) {
        all.add(new AppToken(link.as(slack.appToken()), link.calls()));
      }
      if (!settings.review().broadcast().isEmpty()) {
        all.add(new BroadcastChannel(link, settings.review().broadcast()));
      }
      all.add(new Stakeholders(link.calls(), settings.review().stakeholders()));
    }
    Settings.Storage storage = settings.database();
    if (Database.fault(storage.url()).isEmpty()) {
      all.add(new DatabaseState(storage.url(), storage.user(), storage.password()));
    }
    Settings.Post mail = settings.mail();
    if (mail != null) {
      all.add(new MailServer(new SmtpDestination(mail.server(), Clock.systemUTC()), mail.from()));
    }
    all.add(new Port(settings.http().bind(), settings.http().port()));
    String pages = environment.getOrDefault("PM_BASE_URL", "").strip();
    all.add(new Surroundings(slack.command(), Manifest.command(), pages, settings.web() != null));
    return all;
  }

  private void say(Finding finding) {
    if (finding.isFault()) {
      faults++;
      spec.commandLine().getErr().println(finding);
    } else {
      say(finding.toString());
    }
  }

  private void say(String words) {
    spec.commandLine().getOut().println(words);
  }
}
