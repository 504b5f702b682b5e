package dev.postmortem.program;

import java.io.Console;
import java.util.Optional;

/** The terminal at which somebody sits who can be asked. */
final class Terminal {
  private Terminal() {}

  /**
   * The terminal, if there is one. From Java 22 on there is a console also where nobody sits, and
   * it is asked whether it is a terminal; before it could not be asked.
   */
  @SuppressWarnings("SystemConsoleNull") // true again before Java 22
  static Optional<Console> here() {
    Console console = System.console();
    if (console == null) {
      return Optional.empty();
    }
    try {
      Object terminal = Console.class.getMethod("isTerminal").invoke(console);
      return Boolean.TRUE.equals(terminal) ? Optional.of(console) : Optional.empty();
    } catch (ReflectiveOperationException older) {
      return Optional.of(console);
    }
  }
}
