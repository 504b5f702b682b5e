package dev.postmortem.slack.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.slack.commands.Commands.Misused;
import dev.postmortem.slack.outbound.Errands;
import dev.postmortem.slack.outbound.PrivateReplies;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.InBrowser;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.incident.Finding;
import dev.postmortem.workflow.incident.Finding.Found;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The commands that look for post-mortems. Who may see a private one is asked of Slack, so the
 * answer comes later.
 */
final class FindCommands {
  private static final Usage LIST =
      new Usage("list", "", "lists the post-mortems that you may see", "list");
  private static final Usage SEARCH =
      new Usage(
          "search",
          "TEXT",
          "finds post-mortems in which all these words occur",
          "search queue depth");
  private static final int SHOWN = 30;

  private final Finding finding;
  private final InBrowser browser;
  private final Errands errands;
  private final PrivateReplies replies;

  FindCommands(Finding finding, InBrowser browser, Errands errands, PrivateReplies replies) {
    this.finding = finding;
    this.browser = browser;
    this.errands = errands;
    this.replies = replies;
  }

  List<Command> all() {
    return List.of(new Simple(LIST, this::list), new Simple(SEARCH, this::search));
  }

  private Answer list(Asked asked) {
    return later(
        asked,
        "There are no post-mortems yet that you may see.",
        () -> finding.list(asked.place().team(), asked.place().user(), SHOWN),
        browser.all(asked.place().team(), asked.place().user()));
  }

  private Answer search(Asked asked) {
    if (asked.isBare()) {
      throw new Misused("What do you look for?");
    }
    String text = Typed.unescaped(asked.words());
    return later(
        asked,
        "Nothing that you may see holds “" + text + "”.",
        () -> finding.search(asked.place().team(), asked.place().user(), text, SHOWN),
        browser.found(asked.place().team(), asked.place().user(), text));
  }

  private Answer later(Asked asked, String none, Supplier<Found> found, List<JsonNode> beneath) {
    boolean soon =
        errands.run(
            "find",
            () -> replies.reply(asked.reply(), InBrowser.with(answer(found.get(), none), beneath)));
    return soon
        ? Answer.NONE
        : Answer.say("I am very busy right now. Please try again in a minute.");
  }

  private static Answer answer(Found found, String none) {
    if (found.cards().isEmpty()) {
      return Answer.say(none);
    }
    String lines = found.cards().stream().map(FindCommands::line).collect(Collectors.joining("\n"));
    return Answer.markup(
        found.more() > 0 ? lines + "\nand " + found.more() + " older ones" : lines);
  }

  private static String line(Card card) {
    return "*"
        + card.name()
        + "* "
        + Kit.escape(card.title())
        + " – "
        + card.state().word()
        + ", "
        + Printed.full(card.started(), card.zone())
        + ", #"
        + Kit.escape(card.room().name());
  }
}
