package dev.postmortem.slack.commands;

import dev.postmortem.draft.Draft;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import java.util.function.Function;

/**
 * What commands have in common: they find the channel's post-mortem, and a refusal repeats what was
 * typed.
 */
final class Refusals {
  private final Desk desk;

  Refusals(Desk desk) {
    this.desk = desk;
  }

  /** Answers from the channel's post-mortem, or says that there is none. */
  Answer with(Asked asked, Usage usage, Function<Draft, Answer> answer) {
    return desk.find(asked.which())
        .map(answer)
        .orElseGet(() -> refused(asked, usage, desk.none().said()));
  }

  /** The sentence of an outcome; a refusal keeps what was typed. */
  Answer of(Asked asked, Usage usage, Outcome outcome) {
    return outcome instanceof Outcome.Refused refused
        ? refused(asked, usage, refused.said())
        : Answer.of(outcome);
  }

  private Answer refused(Asked asked, Usage usage, String sentence) {
    String typed = (usage.word() + " " + asked.words()).strip();
    return Answer.markup(Kit.escape(sentence) + youTyped(desk.command(), typed));
  }

  /** A refusal loses nothing typed: it can be copied from the answer, people by their names. */
  static String youTyped(String command, String text) {
    String words = text.replaceAll("<([@#])[A-Z0-9]+\\|([^>]+)>", "$1$2").replace('`', '\'');
    return "\nYou typed: `" + command + " " + words + "`";
  }
}
