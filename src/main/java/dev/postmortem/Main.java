package dev.postmortem;

import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.copy.NotCopied;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: reads the command line, and hands on to one command. */
@Command(
    name = "postmortem",
    description = "Runs the post-mortem inside the incident channel.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  /** Done. */
  static final int DONE = 0;

  /** Refused; the reason is on standard error, one line a fault. */
  static final int REFUSED = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

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
          return REFUSED;
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
    return failure instanceof Fault
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

  /** The command cannot be done; each line of the message is a fault, for a person. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(@org.jspecify.annotations.Nullable String why) {
      super(why);
    }
  }

  /** Reads the version from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"postmortem " + version()};
    }
  }

  /** Which version this is. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
