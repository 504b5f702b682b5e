package dev.postmortem;

import dev.postmortem.console.Answer;
import picocli.CommandLine;

/** An answer that whoever typed the command reads. */
abstract class Told implements Answer {
  private final CommandLine line;

  Told(CommandLine line) {
    this.line = line;
  }

  @Override
  public void say(String words) {
    line.getOut().println(words);
  }

  @Override
  public void refuse(String words) {
    line.getErr().println(words);
  }
}
