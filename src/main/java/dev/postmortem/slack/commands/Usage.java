package dev.postmortem.slack.commands;

/**
 * How a command is typed. The help, the refusals and the README's table are made of these.
 *
 * @param word the first word after the slash command
 * @param arguments what follows, as in {@code [TIME] TEXT}; empty for nothing
 * @param does what it does, as a clause
 * @param example the words after the slash command
 */
public record Usage(String word, String arguments, String does, String example) {

  /** The words after the slash command. */
  public String syntax() {
    return arguments.isEmpty() ? word : word + " " + arguments;
  }
}
