package dev.postmortem.program;

import dev.postmortem.Settings;
import dev.postmortem.archive.Export;
import dev.postmortem.archive.Faults;
import dev.postmortem.archive.Unusable;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Template;
import dev.postmortem.program.Exit.Fault;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.publish.ComposeDocument;
import dev.postmortem.workflow.publish.Form;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: the draft of an incident that was over before the bot came. */
@Command(
    name = "import",
    description = {
      "Builds the draft of a post-mortem from a Slack export, and writes postmortem.md, .html and"
          + " .json. Of the settings it reads PM_TEMPLATE and PM_ZONE; it asks Slack nothing, and"
          + " keeps nothing else.",
      "",
      "What cannot be read is named on standard error, by file and line; the rest is imported, and"
          + " the exit code is 1 then."
    },
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "PATH",
      description = "the zip that Slack made, or the folder it was unpacked to")
  private Path path;

  @Option(
      names = "--channel",
      required = true,
      paramLabel = "NAME",
      description = "the incident's channel, by its name or id")
  private String channel;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "leaves out what was said before; as in " + TypedTime.FORMS)
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "leaves out what was said after; a date means the whole day")
  private @Nullable String to;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "of the document; the channel's name otherwise")
  private @Nullable String title;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "in which times are read and printed, as in Europe/London; PM_ZONE otherwise, else that"
              + " of whoever speaks first, else UTC")
  private @Nullable String zone;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "made if there is none")
  private Path out;

  @Spec private CommandSpec spec;
  private final Map<String, String> environment;

  public ImportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Fault, Settings.Faulty, DatabaseRefused {
    // read by logback.xml; what goes well is no news here
    System.setProperty("postmortem.log", "WARN");
    Importing.Wish wish =
        new Importing.Wish(channel, time("--from", from), time("--to", to), title, zone());
    Template template = Settings.template(environment);
    prepare();
    Faults faults = new Faults();
    try (Export export = Export.open(path, faults)) {
      run(
          new Importing(export, wish, ProgressBar.on(spec.commandLine().getOut(), "days")),
          template);
    } catch (Unusable unusable) {
      throw new Fault(also(unusable.getMessage(), faults));
    } catch (Importing.EmptyRange empty) {
      throw new ParameterException(spec.commandLine(), empty.getMessage(), empty);
    } catch (OutOfMemoryError tooMuch) {
      throw new Fault(
          "There is too much in this channel for the memory. Give --from and --to, or more memory:"
              + " java -Xmx4g -jar …");
    }
    if (!faults.lines().isEmpty()) {
      throw new Fault(String.join("\n", faults.lines()));
    }
    return Exit.DONE;
  }

  /** What else is wrong may be why. */
  private static String also(@Nullable String why, Faults faults) {
    List<String> lines = new ArrayList<>(List.of(String.valueOf(why)));
    lines.addAll(faults.lines());
    return String.join("\n", lines);
  }

  private void run(Importing importing, Template template) throws Fault, DatabaseRefused {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    try (Database database = Database.open(url, "", "")) {
      Desk desk = new Desk(database.store(), Clock.systemUTC(), template, "/pm");
      Importing.Imported imported = importing.into(desk);
      imported.told().forEach(spec.commandLine().getOut()::println);
      write(desk, imported.draft());
    }
  }

  private @Nullable TypedTime time(String option, @Nullable String typed) {
    return typed == null
        ? null
        : TypedTime.read(typed)
            .orElseThrow(
                () ->
                    wrong(option + ": “" + typed + "” is no time; write " + TypedTime.FORMS + "."));
  }

  private @Nullable ZoneId zone() throws Settings.Faulty {
    try {
      if (zone != null) {
        return ZoneId.of(zone.strip());
      }
    } catch (DateTimeException unknown) {
      throw wrong("--zone: “" + zone + "” is no time zone; write it as in Europe/London.");
    }
    return Settings.zone(environment).orElse(null);
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  /** Before anything is read, as it would be a pity to find out after it. */
  private void prepare() throws Fault {
    try {
      Files.createDirectories(out);
    } catch (IOException refused) {
      throw new Fault("Cannot write to " + out + ": it is no folder and cannot be made one.");
    }
    if (!Files.isWritable(out)) {
      throw new Fault("Cannot write to " + out + ": it is read-only.");
    }
  }

  private void write(Desk desk, Draft draft) throws Fault {
    ComposeDocument compose = new ComposeDocument(desk, new SlackWording());
    PrintWriter say = spec.commandLine().getOut();
    try {
      for (Form form : Form.values()) {
        Path file = out.resolve("postmortem." + form.extension());
        Files.write(file, compose.write(draft, form));
        say.println(file);
      }
    } catch (IOException refused) {
      throw new Fault("Cannot write to " + out + ": " + refused.getMessage());
    }
  }
}
