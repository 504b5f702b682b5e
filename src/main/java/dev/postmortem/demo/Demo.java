package dev.postmortem.demo;

import dev.postmortem.demo.Incident.Ending;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.State;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.publish.ComposeDocument;
import dev.postmortem.workflow.publish.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The demo: an incident, the real bot, and what comes of it. */
public final class Demo {
  private final Bot.Starter starter;
  private final int port;
  private final Show show;

  /**
   * @param port the bot's; 0 for any that is free
   */
  public Demo(Bot.Starter starter, int port, Show show) {
    this.starter = starter;
    this.port = port;
    this.show = show;
  }

  /**
   * Plays an incident to the end and writes the published document.
   *
   * @param recording the file of a recorded incident; null for the script
   * @param tells whether the channels are shown at the end
   */
  public void play(@Nullable Path recording, Path out, boolean tells) throws Refused {
    Incident incident = Incident.of(recording);
    prepare(out);
    try (House house = House.open(incident.begins())) {
      house.start(starter, port, incident.settle(house.slack()));
      Ending ending = incident.play(house, show);
      Draft draft = published(house);
      if (tells) {
        tell(house, ending);
      }
      write(house.bot().desk(), draft, out);
    } catch (IllegalStateException | AssertionError stuck) {
      throw new Refused("The play stopped: " + firstLine(stuck));
    }
  }

  private static String firstLine(Throwable stuck) {
    return String.valueOf(stuck.getMessage()).lines().findFirst().orElse("");
  }

  /** Before the play, as it would be a pity to find out after it. */
  private static void prepare(Path out) throws Refused {
    try {
      Files.createDirectories(out);
    } catch (IOException refused) {
      throw new Refused("Cannot write to " + out + ": it is no folder and cannot be made one.");
    }
    if (!Files.isWritable(out)) {
      throw new Refused("Cannot write to " + out + ": it is read-only.");
    }
  }

  /** The post-mortem, if everybody can read it now. */
  private static Draft published(House house) throws Refused {
    Desk desk = house.bot().desk();
    Draft draft =
        desk.store().read(records -> records.drafts().all()).stream()
            .filter(one -> one.state() == State.PUBLISHED)
            .findFirst()
            .orElseThrow(() -> new Refused("The post-mortem was not published."));
    boolean there =
        house.broadcast().messages().stream()
            .anyMatch(
                message ->
                    message.author().equals(house.slack().bot().id())
                        && message.text().contains(draft.headline().title()));
    if (!there) {
      throw new Refused("The document did not reach #" + house.broadcast().name() + ".");
    }
    return draft;
  }

  private void tell(House house, Ending ending) {
    tell(house, "#" + ending.room().name(), ending.room());
    tell(house, "The direct message to " + ending.owner().realName(), ending.owner().dm().where());
    tell(house, "#" + house.broadcast().name(), house.broadcast());
    show.out().println();
  }

  private void tell(House house, String title, Channel channel) {
    show.out().println();
    show.out().println("═══ " + title + " ═══");
    show.out().println(house.slack().transcript(channel));
  }

  private void write(Desk desk, Draft draft, Path out) throws Refused {
    ComposeDocument compose = new ComposeDocument(desk, new SlackWording());
    try {
      for (Form form : Form.values()) {
        Path file = out.resolve("postmortem." + form.extension());
        Files.write(file, compose.write(draft, form));
        show.out().println(file);
      }
    } catch (IOException refused) {
      throw new Refused("Cannot write to " + out + ": " + refused.getMessage());
    }
  }
}
