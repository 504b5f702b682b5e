package dev.postmortem.console;

import java.io.IOException;
import java.util.List;

/** Something that is done on the open database, whoever asks for it. */
public interface Errand {
  /**
   * Does it.
   *
   * @return the exit code of the program that asked
   * @throws IOException when nobody takes the answer any more
   */
  int run(List<String> arguments, Answer answer) throws IOException;
}
