package dev.postmortem.console;

import java.io.IOException;
import java.io.OutputStream;

/** Where the answer to an errand goes. */
public interface Answer {
  /** A line for standard output. */
  void say(String line) throws IOException;

  /** A line for standard error: a fault. */
  void refuse(String line) throws IOException;

  /** What was asked for, when it is no text; closing it means nothing. */
  OutputStream bytes();
}
