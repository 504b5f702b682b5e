package dev.postmortem.slack.commands;

import dev.postmortem.slack.views.Answer;

/** One thing people can type. */
public interface Command {
  Usage usage();

  /** Does it. Answers at once: what takes time is left to an errand, which answers later. */
  Answer run(Asked asked);
}
