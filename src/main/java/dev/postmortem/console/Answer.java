package dev.postmortem.console;

import java.io.IOException;
import java.io.OutputStream;

/** Where the answer to an errand goes. */
public interface Answer {
  /** A line for standard output. */
  void say(String line) throws IOException;

  /** A line for standard error: a fault. */
  void refuse(String line) throws IOException;

  /**
   * A file that was asked for; where it is put is decided by whoever asked. One at a time: the next
   * ends it.
   *
   * @param name without a folder
   */
  OutputStream file(String name) throws IOException;
}
