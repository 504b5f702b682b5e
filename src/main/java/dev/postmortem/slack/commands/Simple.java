package dev.postmortem.slack.commands;

import dev.postmortem.slack.views.Answer;
import java.util.function.Function;

/** A command whose whole doing is one function. */
record Simple(Usage usage, Function<Asked, Answer> does) implements Command {
  @Override
  public Answer run(Asked asked) {
    return does.apply(asked);
  }
}
