package dev.postmortem.program;

import dev.postmortem.Settings;
import dev.postmortem.draft.Template;
import dev.postmortem.program.Exit.Fault;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Site;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.publish.Form;
import java.io.IOException;
import java.io.OutputStream;
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
    description =
        "Writes stored post-mortems as files, from the database of the settings. A bot that has it"
            + " open is asked for them.",
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
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

  public ExportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Fault, Settings.Faulty, DatabaseRefused {
    if (all == (id != null)) {
      throw new ParameterException(spec.commandLine(), "Name one post-mortem, or --all.");
    }
    Template template = Settings.template(environment);
    Site site = Sites.ofSettings(environment);
    List<String> words = List.of(ExportErrand.WORD, form.name(), all ? ExportErrand.ALL : name());
    try {
      Files.createDirectories(out);
    } catch (IOException refused) {
      throw new Fault("Cannot write to " + out + ": " + refused.getMessage());
    }
    return new Errands(site)
        .run(
            words,
            new Here(),
            answer -> {
              try (Database database = Database.openExisting(site)) {
                Desk desk = new Desk(database.store(), Clock.systemUTC(), template, "/pm");
                return new ExportErrand(desk).run(words.subList(1, words.size()), answer);
              }
            });
  }

  /** Puts files into the folder that was named. */
  private final class Here extends Told {
    Here() {
      super(spec.commandLine());
    }

    @Override
    public OutputStream file(String name) throws IOException {
      Path path = out.resolve(Path.of(name).getFileName());
      say(path.toString());
      return Files.newOutputStream(path);
    }
  }

  private String name() {
    String typed = id == null ? "" : id.toUpperCase(Locale.ROOT);
    return typed.startsWith("PM-") ? typed : "PM-" + typed;
  }
}
