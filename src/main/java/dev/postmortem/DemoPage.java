package dev.postmortem;

import dev.postmortem.demo.Bot;
import dev.postmortem.demo.LivePlay;
import dev.postmortem.demo.Refused;
import dev.postmortem.draft.Template;
import dev.postmortem.program.Exit.Fault;
import dev.postmortem.rehearsal.browser.Page;
import dev.postmortem.rehearsal.browser.Setting;
import dev.postmortem.rehearsal.browser.Setting.Hint;
import dev.postmortem.slack.text.EmojiNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The demo in the browser: the workspace as a page, in which the incident is played. */
record DemoPage(int port, PrintWriter out) {
  private static final String COMMAND = "/pm";

  /** Whoever opens the page is the one on call, in the war room. */
  private static final Setting.Opening OPENING =
      new Setting.Opening(
          "tomas",
          "inc-1117-checkout",
          List.of(
              "You are on call. Press Play, and the incident begins; join in, or take over.",
              "Mark what matters with a reaction: 📌 makes a message a key point, 💡 a hypothesis.",
              "Type /pm to see what the bot can do. “Wire” shows what goes on behind it."));

  /** Shows it until this thread is interrupted. */
  void show(@Nullable Path recording) throws Refused, Fault {
    Started starter = new Started();
    try (LivePlay play = LivePlay.open(starter, 0, recording, out)) {
      Setting.Opening opening =
          recording == null ? OPENING : new Setting.Opening("", "", OPENING.welcome());
      Setting setting = new Setting(port, opening, starter.words(), Optional.of(play.controls()));
      try (Page page = Page.open(play.slack(), setting)) {
        play.start();
        out.println("The workspace is open at " + page.address());
        out.println("Press Play there, and the incident begins. Ctrl-C here ends it.");
        new CountDownLatch(1).await();
      }
    } catch (IOException taken) {
      throw new Fault("Port " + port + " is taken: choose another one with --port.");
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts the bot, and remembers it for what it says of itself. */
  private static final class Started implements Bot.Starter {
    private @Nullable Bot bot;

    @Override
    public Bot start(Map<String, String> environment, java.time.Clock clock) throws Refused {
      Bot started = WiredBot.start(environment, clock);
      bot = started;
      return started;
    }

    Setting.Words words() {
      return bot instanceof WiredBot wired
          ? new Setting.Words(
              hints(wired), favourites(wired.desk().template()), EmojiNames.characters())
          : Setting.Words.NONE;
    }

    private static List<Hint> hints(WiredBot wired) {
      return wired.wiring().usages().stream()
          .map(usage -> new Hint(COMMAND + " " + usage.word(), usage.arguments(), usage.does()))
          .toList();
    }

    private static Map<String, String> favourites(Template template) {
      Map<String, String> titles = new LinkedHashMap<>();
      template
          .emoji()
          .tags()
          .forEach((emoji, tag) -> titles.put(emoji, template.tagged(tag).title()));
      return titles;
    }
  }
}
