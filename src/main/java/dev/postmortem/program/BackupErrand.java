package dev.postmortem.program;

import dev.postmortem.console.Answer;
import dev.postmortem.console.Errand;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.copy.Backup;
import dev.postmortem.storage.copy.Header;
import dev.postmortem.storage.copy.NotCopied;
import dev.postmortem.storage.copy.Progress;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Writes a backup of a database that is open, while everybody goes on working with it. */
final class BackupErrand implements Errand {
  static final String WORD = "backup";
  private final Database database;
  private final Clock clock;

  BackupErrand(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public int run(List<String> arguments, Answer answer) throws IOException {
    try {
      Backup backup = new Backup(database, Progress.UNHEARD);
      Header made = backup.write(answer.file(WORD), clock.instant(), Version.current());
      answer.say(told(made) + " as at " + made.made());
      return Exit.DONE;
    } catch (NotCopied | DatabaseRefused refused) {
      answer.refuse(String.valueOf(refused.getMessage()));
      return Exit.REFUSED;
    }
  }

  /** How much is in a backup. */
  static String told(Header header) {
    long incidents = header.rows().getOrDefault("incident", 0L);
    return incidents
        + (incidents == 1 ? " post-mortem, " : " post-mortems, ")
        + header.all()
        + " rows in "
        + header.rows().size()
        + " tables,";
  }
}
