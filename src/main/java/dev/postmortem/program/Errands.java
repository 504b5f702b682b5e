package dev.postmortem.program;

import dev.postmortem.console.Answer;
import dev.postmortem.console.Console;
import dev.postmortem.console.Errand;
import dev.postmortem.console.RunningBot;
import dev.postmortem.program.Exit.Fault;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Site;
import dev.postmortem.workflow.Desk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator asks for is done by the process that was started for it; when a bot has the
 * database open, and only one process can, by the bot.
 */
public final class Errands {
  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
  private final Site site;

  /** For the database that is asked. */
  Errands(Site site) {
    this.site = site;
  }

  /** Does it with a database that is opened for it. */
  interface Here {
    int run(Answer answer) throws IOException, DatabaseRefused;
  }

  /** What a running bot does when it is asked. */
  private static Map<String, Errand> of(Database database, Desk desk) {
    return Map.of(
        BackupErrand.WORD,
        new BackupErrand(database, Clock.systemUTC()),
        ExportErrand.WORD,
        new ExportErrand(desk),
        ForgetErrand.WORD,
        new ForgetErrand(desk));
  }

  /** Lets the operator in where another process could not open the database. */
  public static @Nullable Console welcome(String url, Database database, Desk desk) {
    Optional<Path> place = Database.console(url);
    try {
      return place.isEmpty() ? null : Console.open(place.get(), of(database, desk));
    } catch (IOException | UnsupportedOperationException refused) {
      LOG.warn(
          "backup, export and forget must wait until the bot is stopped, as {} cannot be made: {}",
          place.get(),
          refused.getMessage());
      return null;
    }
  }

  /**
   * Runs one, here or there.
   *
   * @param words the errand's word, and what it is about
   * @return the exit code
   */
  int run(List<String> words, Answer answer, Here here) throws Fault, DatabaseRefused {
    try {
      return here.run(answer);
    } catch (DatabaseRefused refused) {
      if (!refused.isInUse()) {
        throw refused;
      }
      return ask(words, answer, refused);
    } catch (IOException cannot) {
      throw new Fault(why(cannot));
    }
  }

  private static String why(IOException cannot) {
    return cannot instanceof WholeFile.CannotWrite said
        ? String.valueOf(said.getMessage())
        : "It cannot be written: " + cannot.getMessage();
  }

  private int ask(List<String> words, Answer answer, DatabaseRefused refused) throws Fault {
    Optional<RunningBot> found = Database.console(site.url()).flatMap(RunningBot::at);
    if (found.isEmpty()) {
      throw new Fault(
          refused.getMessage()
              + " If that is the bot, it does not answer, to this user at least: try again as its"
              + " user, or stop it first.");
    }
    try (RunningBot bot = found.get()) {
      return bot.ask(words, answer);
    } catch (WholeFile.CannotWrite cannot) {
      throw new Fault(why(cannot));
    } catch (IOException gone) {
      throw new Fault("The bot ended before it had answered. Try again: " + gone.getMessage());
    }
  }
}
