package dev.postmortem.program;

import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Site;
import dev.postmortem.storage.copy.Header;
import dev.postmortem.storage.copy.NotCopied;
import dev.postmortem.storage.copy.Restore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: fills an empty database with a backup. */
@Command(
    name = "restore",
    description = {
      "Fills the database of the settings with a backup. It must be empty, of either kind; an H2"
          + " file is made. A backup of an older version is brought up to date.",
      "",
      "The file is first read to its end: one that is damaged or was cut off changes nothing. Broken"
          + " off, the database is one that no bot works with, and restore begins anew. What the bot"
          + " said and did after the backup is not known to it: letters that it had still to send"
          + " then are sent now, unless Slack shows that they were sent."
    },
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "which backup wrote")
  private Path file;

  @Spec private CommandSpec spec;
  private final Map<String, String> environment;

  public RestoreCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws NotCopied, DatabaseRefused {
    System.setProperty("postmortem.log", "WARN");
    PrintWriter out = spec.commandLine().getOut();
    CopyProgress checked = new CopyProgress("checked", out);
    Restore.check(file, checked);
    checked.end();
    Site site = Sites.ofSettings(environment);
    CopyProgress restored = new CopyProgress("restored", out);
    try (Database database = Database.toBeFilled(site)) {
      Header header = new Restore(file, database, restored).run(Clock.systemUTC().instant());
      restored.end();
      out.println(BackupErrand.told(header) + " as they were at " + header.made() + ",");
      out.println("restored into " + database.name());
    }
    return Exit.DONE;
  }
}
