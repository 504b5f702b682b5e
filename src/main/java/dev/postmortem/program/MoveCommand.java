package dev.postmortem.program;

import dev.postmortem.program.Exit.Fault;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Site;
import dev.postmortem.storage.copy.Move;
import dev.postmortem.storage.copy.NotCopied;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code move}: takes everything from one database to another. */
@Command(
    name = "move",
    description = {
      "Takes everything from one database to an empty other one, and counts both sides. Stop the bot"
          + " first. Broken off, it goes on when it is run again. In the end no bot works with the"
          + " old database any more.",
      "",
      "PM_DATABASE_USER and PM_DATABASE_PASSWORD are those of the PostgreSQL database, or of the one"
          + " that PM_DATABASE_URL names. Where that does not suffice: PM_FROM_USER,"
          + " PM_FROM_PASSWORD, PM_TO_USER and PM_TO_PASSWORD."
    },
    mixinStandardHelpOptions = true)
public final class MoveCommand implements Callable<Integer> {
  private static final Pattern PASSWORD = Pattern.compile("(?i)[?&;](ssl)?password=");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "URL",
      description = "where everything is, as in " + Database.DEFAULT_URL)
  private String from;

  @Option(
      names = "--to",
      paramLabel = "URL",
      description = "where everything shall be, as in jdbc:postgresql://host/name")
  private @Nullable String to;

  @Option(
      names = "--undo",
      description =
          "takes back that --from was moved away, so that a bot may work with it as it was")
  private boolean undo;

  @Spec private CommandSpec spec;
  private final Map<String, String> environment;

  public MoveCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Fault, NotCopied, DatabaseRefused {
    System.setProperty("postmortem.log", "WARN");
    String target = to;
    if (undo == (target != null)) {
      throw wrong("Say where to with --to, or --undo.");
    }
    if (PASSWORD.matcher(from + " " + target).find()) {
      throw wrong(
          "A password in an address is seen by everybody on this machine: put it into"
              + " PM_FROM_PASSWORD or PM_TO_PASSWORD.");
    }
    if (target == null) {
      try (Database database = Database.asItIs(Sites.of(environment, "FROM", from, from))) {
        Move.undo(database);
        say("A bot may work with " + database.name() + " again. Let none work with the other.");
      }
    } else {
      move(Sites.of(environment, "FROM", from, target), Sites.of(environment, "TO", target, from));
    }
    return Exit.DONE;
  }

  private void move(Site source, Site target) throws Fault, NotCopied, DatabaseRefused {
    CopyProgress progress = new CopyProgress("copied", spec.commandLine().getOut());
    try (Database left = Database.asItIs(source);
        Database right = Database.toBeFilled(target)) {
      List<Move.Count> counts = new Move(left, right, progress).run(Clock.systemUTC().instant());
      progress.end();
      print(counts);
      if (!counts.stream().allMatch(Move.Count::isSame)) {
        throw new Fault(
            "Both sides differ. The source is as it was, and the move is not finished: run it again.");
      }
      say("All is the same on both sides. Set PM_DATABASE_URL to " + right.name() + ".");
    }
  }

  private void print(List<Move.Count> counts) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%-20s %12s %12s%n", "table", "from", "to");
    for (Move.Count count : counts) {
      String verdict = count.isSame() ? "" : "  differs";
      out.printf(
          "%-20s %12d %12d%s%n", count.table(), count.from().rows(), count.to().rows(), verdict);
    }
    long all = counts.stream().mapToLong(count -> count.from().rows()).sum();
    long there = counts.stream().mapToLong(count -> count.to().rows()).sum();
    out.printf("%-20s %12d %12d%n", "all", all, there);
    out.flush();
  }

  private void say(String words) {
    spec.commandLine().getOut().println(words);
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
