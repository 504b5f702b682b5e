package dev.postmortem.slack.commands;

import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the command that somebody typed. Alone, with {@code help}, or with anything unknown, it
 * lists them all.
 */
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
  private final Map<String, Command> byWord = new LinkedHashMap<>();
  private final String name;
  private final String reactions;

  /**
   * The commands in the order in which the help lists them.
   *
   * @param name the slash command
   * @param reactions what the help says of emoji, in Slack's markup
   */
  public Commands(String name, List<? extends Command> commands, String reactions) {
    this.name = name;
    this.reactions = reactions;
    commands.forEach(command -> byWord.put(command.usage().word(), command));
  }

  /** All usages, in the order of the help. */
  public List<Usage> usages() {
    return byWord.values().stream().map(Command::usage).toList();
  }

  /**
   * Runs what was typed.
   *
   * @param typed all words after the slash command, as Slack delivers them
   */
  public Answer run(Asked asked, String typed) {
    String text = Typed.spaced(typed);
    String word = Typed.first(text);
    Command command = byWord.get(word);
    if (command == null) {
      return text.isEmpty() || word.equals("help")
          ? help("")
          : help(
              "I do not know `"
                  + name
                  + " "
                  + Kit.escape(word)
                  + "`. Nothing was changed."
                  + youTyped(text)
                  + "\n");
    }
    try {
      return command.run(asked.with(Typed.rest(text)));
    } catch (Misused misused) {
      return misused(misused, command.usage(), text);
    } catch (RuntimeException unexpected) {
      return failed(text, unexpected);
    }
  }

  private Answer misused(Misused misused, Usage usage, String text) {
    return Answer.markup(
        Kit.escape(misused.getMessage())
            + "\nWrite `"
            + name
            + " "
            + Kit.escape(usage.syntax())
            + "`, for example `"
            + name
            + " "
            + Kit.escape(usage.example())
            + "`."
            + youTyped(text));
  }

  /** The answer to a command that failed unexpectedly. */
  public Answer failed(String text, RuntimeException unexpected) {
    LOG.error("command {} failed", known(text), unexpected);
    return Answer.markup(
        "Something went wrong on my side, and nothing was changed. Please try again; if it stays so, whoever runs me finds"
            + " the reason in my log."
            + youTyped(text));
  }

  private String known(String text) {
    String word = Typed.first(text);
    return byWord.containsKey(word) ? word : "(unknown)";
  }

  private String youTyped(String text) {
    return Refusals.youTyped(name, text);
  }

  private Answer help(String before) {
    StringBuilder text = new StringBuilder(before);
    text.append("*What you can type*\n");
    for (Usage usage : usages()) {
      text.append("`")
          .append(name)
          .append(" ")
          .append(Kit.escape(usage.syntax()))
          .append("` ")
          .append(Kit.escape(usage.does()))
          .append("\n");
    }
    text.append("Times: `14:05`, `2026-11-22 14:05` or `10m ago`. ");
    text.append("In a message's menu you also find *Add to post-mortem* and *Make a task*.");
    text.append(reactions);
    return Answer.markup(text.toString());
  }

  /** The words after a command are not what it needs; the message says why. */
  static final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misused(String why) {
      super(why, null, false, false);
    }
  }
}
