package dev.postmortem;

import dev.postmortem.demo.Demo;
import dev.postmortem.demo.Refused;
import dev.postmortem.demo.Show;
import dev.postmortem.program.Exit;
import dev.postmortem.program.Exit.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: the bot in a workspace that is played, with an incident in it. */
@Command(
    name = "demo",
    description =
        "Opens a built-in workspace in the browser, with the bot in it and an incident to be played, from the first alert"
            + " to the published post-mortem.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int PORT = 3000;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "where the page is; 3000. With --fast or --once, which have no page, where the bot listens")
  private @Nullable Integer port;

  @Option(
      names = "--fast",
      description = "plays in the terminal, without a page and without pauses, and shows the end")
  private boolean fast;

  @Option(
      names = "--once",
      paramLabel = "DIR",
      description =
          "plays to the end without pauses, and writes the published post-mortem to DIR as"
              + " postmortem.md, .html and .json")
  private @Nullable Path once;

  @Option(
      names = "--incident",
      paramLabel = "FILE",
      description = "plays this recorded channel in place of the script")
  private @Nullable Path incident;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Fault {
    if (port != null && (port < 0 || port > 65_535)) {
      throw new ParameterException(spec.commandLine(), "PORT is a number from 0 to 65535.");
    }
    // read by logback.xml; what the bot does well is no news here
    System.setProperty("postmortem.log", "WARN");
    try {
      if (once == null && !fast) {
        new DemoPage(port == null ? PORT : port, spec.commandLine().getOut()).show(incident);
      } else {
        play();
      }
    } catch (Refused refused) {
      throw new Fault(refused.getMessage());
    }
    return Exit.DONE;
  }

  private void play() throws Refused, Fault {
    Show show = new Show(spec.commandLine().getOut(), false);
    Demo demo = new Demo(WiredBot::start, port == null ? 0 : port, show);
    demo.play(incident, once == null ? somewhere() : once, once == null);
  }

  /** Beside what Maven makes, when it is run from there. */
  private static Path somewhere() throws Fault {
    Path target = Path.of("target");
    try {
      return Files.isDirectory(target)
          ? target.resolve("demo")
          : Files.createTempDirectory("postmortem-demo");
    } catch (IOException refused) {
      throw new Fault("No folder can be made for the document: " + refused.getMessage());
    }
  }
}
