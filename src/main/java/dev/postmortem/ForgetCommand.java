package dev.postmortem;

import dev.postmortem.Main.Fault;
import dev.postmortem.draft.Template;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.privacy.ForgetPerson;
import dev.postmortem.workflow.privacy.ForgetPerson.Meant;
import java.io.PrintWriter;
import java.time.Clock;
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
            + " what was found and what cannot be changed.",
    mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
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

  ForgetCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Fault, DatabaseRefused {
    String url = environment.getOrDefault("PM_DATABASE_URL", Database.DEFAULT_URL);
    String login = environment.getOrDefault("PM_DATABASE_USER", "");
    String password = environment.getOrDefault("PM_DATABASE_PASSWORD", "");
    String command = environment.getOrDefault("PM_COMMAND", "/pm");
    if (!dry && !sure && Terminal.here().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Nobody can be asked here; add --yes.");
    }
    try (Database database = Database.open(url, login, password)) {
      run(new Desk(database.store(), Clock.systemUTC(), Template.DEFAULT, command));
    }
    return Main.DONE;
  }

  private void run(Desk desk) throws Fault {
    PrintWriter out = spec.commandLine().getOut();
    ForgetPerson forget = new ForgetPerson(desk, out);
    Meant meant = forget.find(user, also);
    if (meant instanceof Meant.Refused refused) {
      throw new Fault(refused.why());
    }
    Meant.One one = (Meant.One) meant;
    if (dry) {
      forget.preview(one);
    } else if (sure || isConfirmed(forget, one)) {
      forget.forget(one);
    } else {
      throw new Fault("Nothing was changed.");
    }
  }

  private static boolean isConfirmed(ForgetPerson forget, Meant.One one) {
    forget.preview(one);
    return Terminal.here()
        .map(it -> it.readLine("This cannot be taken back. Type %s to go on: ", one.id()))
        .filter(answer -> answer.strip().equals(one.id()))
        .isPresent();
  }
}
