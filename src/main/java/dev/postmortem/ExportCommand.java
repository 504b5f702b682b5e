package dev.postmortem;

import dev.postmortem.Main.Fault;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Template;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.JdbiStore;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.publish.ComposeDocument;
import dev.postmortem.workflow.publish.Form;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: stored post-mortems as files. */
@Command(
    name = "export",
    description = "Writes stored post-mortems as files, from the database of the settings.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "as in PM-7, or 7")
  private @Nullable String id;

  @Option(names = "--all", description = "every post-mortem there is")
  private boolean all;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "md|html|json",
      description = "the form of the files")
  private Form form;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "made if there is none")
  private Path out;

  @Spec private CommandSpec spec;
  private final Map<String, String> environment;

  ExportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Fault, Settings.Faulty, DatabaseRefused {
    if (all == (id != null)) {
      throw new ParameterException(spec.commandLine(), "Name one post-mortem, or --all.");
    }
    Template template = Settings.template(environment);
    String url = environment.getOrDefault("PM_DATABASE_URL", Database.DEFAULT_URL);
    String user = environment.getOrDefault("PM_DATABASE_USER", "");
    String password = environment.getOrDefault("PM_DATABASE_PASSWORD", "");
    try (Database database = Database.open(url, user, password)) {
      JdbiStore store = database.store();
      export(new Desk(store, Clock.systemUTC(), template, "/pm"));
    }
    return Main.DONE;
  }

  private void export(Desk desk) throws Fault {
    List<Draft> drafts =
        desk.store().read(records -> records.drafts().all()).stream()
            .filter(draft -> all || draft.name().equals(name()))
            .toList();
    if (drafts.isEmpty() && !all) {
      throw new Fault("There is no post-mortem " + name() + ".");
    }
    ComposeDocument compose = new ComposeDocument(desk, new SlackWording());
    PrintWriter say = spec.commandLine().getOut();
    try {
      Files.createDirectories(out);
      for (Draft draft : drafts) {
        String file = draft.name().toLowerCase(Locale.ROOT) + "." + form.extension();
        Path path = out.resolve(file);
        Files.write(path, compose.write(draft, form));
        say.println(path);
      }
    } catch (IOException refused) {
      throw new Fault("Cannot write to " + out + ": " + refused.getMessage());
    }
  }

  private String name() {
    String typed = id == null ? "" : id.toUpperCase(Locale.ROOT);
    return typed.startsWith("PM-") ? typed : "PM-" + typed;
  }
}
