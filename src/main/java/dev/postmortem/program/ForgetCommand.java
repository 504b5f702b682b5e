package dev.postmortem.program;

import dev.postmortem.draft.Template;
import dev.postmortem.program.Exit.Fault;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Site;
import dev.postmortem.workflow.Desk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code forget}: takes a person out of everything that is kept. */
@Command(
    name = "forget",
    description =
        "Puts a pseudonym in place of a person in everything that is kept, for ever, and reports"
            + " what was found and what cannot be changed. A bot that has the database open is asked"
            + " to do it.",
    mixinStandardHelpOptions = true)
public final class ForgetCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "USER",
      description = "Slack's id, as in U012ABC, or a name that only one person has")
  private String user;

  @Option(
      names = "--also",
      paramLabel = "NAME",
      description = "another name or address to be replaced in what people typed; may be repeated")
  private List<String> also = List.of();

  @Option(names = "--dry-run", description = "only reports what would be changed")
  private boolean dry;

  @Option(names = "--yes", description = "does not ask first; needed where nobody can be asked")
  private boolean sure;

  @Spec private CommandSpec spec;
  private final Map<String, String> environment;

  public ForgetCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Fault, DatabaseRefused {
    if (!dry && !sure && Terminal.here().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Nobody can be asked here; add --yes.");
    }
    if (!sure) {
      int said = run(ForgetErrand.PREVIEW);
      if (dry || said != Exit.DONE) {
        return said;
      }
      confirm();
    }
    return run(dry ? ForgetErrand.PREVIEW : ForgetErrand.DO);
  }

  private int run(String how) throws Fault, DatabaseRefused {
    List<String> words = new ArrayList<>(List.of(ForgetErrand.WORD, how, user));
    words.addAll(also);
    Site site = Sites.ofSettings(environment);
    String command = environment.getOrDefault("PM_COMMAND", "/pm");
    return new Errands(site)
        .run(
            words,
            new Told(spec.commandLine()),
            answer -> {
              try (Database database = Database.openExisting(site)) {
                Clock clock = Clock.systemUTC();
                Desk desk = new Desk(database.store(), clock, Template.DEFAULT, command);
                return new ForgetErrand(desk).run(words.subList(1, words.size()), answer);
              }
            });
  }

  private void confirm() throws Fault {
    boolean agreed =
        Terminal.here()
            .map(it -> it.readLine("This cannot be taken back. Type %s to go on: ", user))
            .filter(answer -> answer.strip().equals(user))
            .isPresent();
    if (!agreed) {
      throw new Fault("Nothing was changed.");
    }
  }
}
