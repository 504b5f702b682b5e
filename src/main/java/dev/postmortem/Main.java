package dev.postmortem;

import dev.postmortem.program.BackupCommand;
import dev.postmortem.program.CheckCommand;
import dev.postmortem.program.Exit;
import dev.postmortem.program.ExportCommand;
import dev.postmortem.program.ForgetCommand;
import dev.postmortem.program.ImportCommand;
import dev.postmortem.program.MoveCommand;
import dev.postmortem.program.RenderCommand;
import dev.postmortem.program.RestoreCommand;
import dev.postmortem.program.Version;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.copy.NotCopied;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: reads the command line, and hands on to one command. */
@Command(
    name = "postmortem",
    description = "Runs the post-mortem inside the incident channel.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** Ends with 0 when done, 1 when refused, 2 on wrong usage. */
  public static void main(String[] args) {
    System.exit(run(System.getenv(), args));
  }

  /** Runs a command and gives its exit code. */
  public static int run(Map<String, String> environment, String... args) {
    // before anybody asks for a logger, as the log is set up by the first
    System.setProperty("postmortem.log.form", new SettingsReader(environment).logForm());
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    CommandLine line = line(environment);
    line.setOut(new java.io.PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command
              .getErr()
              .println(isForPeople(failure) ? failure.getMessage() : unexpected(failure));
          return Exit.REFUSED;
        });
    return line.execute(args);
  }

  /** All commands, with what they read from the environment. */
  static CommandLine line(Map<String, String> environment) {
    return new CommandLine(new Main())
        .addSubcommand(new ServeCommand(environment))
        .addSubcommand(new DemoCommand())
        .addSubcommand(new CheckCommand(environment))
        .addSubcommand(new ExportCommand(environment))
        .addSubcommand(new BackupCommand(environment))
        .addSubcommand(new RestoreCommand(environment))
        .addSubcommand(new MoveCommand(environment))
        .addSubcommand(new ForgetCommand(environment))
        .addSubcommand(new ImportCommand(environment))
        .addSubcommand(new RenderCommand());
  }

  /** Refusals are sentences for whoever typed the command; anything else is a defect. */
  private static boolean isForPeople(Exception failure) {
    return failure instanceof Exit.Fault
        || failure instanceof Settings.Faulty
        || failure instanceof DatabaseRefused
        || failure instanceof NotCopied
        || failure instanceof Wiring.Refused;
  }

  private static String unexpected(Exception failure) {
    org.slf4j.LoggerFactory.getLogger(Main.class).debug("failed", failure);
    return "Something went wrong that should not: " + failure;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
