package dev.postmortem.program;

import dev.postmortem.program.Exit.Fault;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: everything that is kept, as one file, while the bot works. */
@Command(
    name = "backup",
    description = {
      "Writes everything that is kept into one compressed file, as it is at one moment, while the"
          + " bot goes on working. A bot that has an H2 file open is asked for it, so run this as"
          + " the bot's user.",
      "",
      "The file is there whole or not at all, and only its owner can read it: what people said is"
          + " in it. It can be restored into H2 and PostgreSQL, also by a newer version."
    },
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "one that is there is refused")
  private Path file;

  @Option(names = "--force", description = "replaces FILE when it is there")
  private boolean force;

  @Spec private CommandSpec spec;
  private final Map<String, String> environment;

  public BackupCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Fault, DatabaseRefused, IOException {
    System.setProperty("postmortem.log", "WARN");
    refuseFile();
    Site site = Sites.ofSettings(environment);
    try (WholeFile whole = WholeFile.at(file)) {
      int code =
          new Errands(site)
              .run(
                  List.of(BackupErrand.WORD),
                  new Into(whole),
                  answer -> {
                    try (Database database = Database.asItIs(site)) {
                      return new BackupErrand(database, Clock.systemUTC()).run(List.of(), answer);
                    }
                  });
      if (code == Exit.DONE) {
        refuseFile();
        say("written to " + file + ", " + size(whole.finish()));
      }
      return code;
    } catch (WholeFile.CannotWrite cannot) {
      throw new Fault(cannot.getMessage());
    }
  }

  private void refuseFile() throws Fault {
    if (!force && Files.exists(file)) {
      throw new Fault(file + " is there already: name another file, or say --force to replace it.");
    }
  }

  private void say(String words) {
    spec.commandLine().getOut().println(words);
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? bytes / 1000 + 1 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** What comes goes into the file. */
  private final class Into extends Told {
    private final WholeFile whole;

    Into(WholeFile whole) {
      super(spec.commandLine());
      this.whole = whole;
    }

    @Override
    public OutputStream file(String name) {
      return whole.out();
    }
  }
}
