package dev.postmortem.program;

import dev.postmortem.console.Answer;
import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine;

/** An answer that whoever typed the command reads; files, if any, are put nowhere. */
class Told implements Answer {
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

  @Override
  public OutputStream file(String name) throws IOException {
    return OutputStream.nullOutputStream();
  }
}
