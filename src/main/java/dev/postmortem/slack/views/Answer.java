package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.workflow.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * A private answer.
 *
 * @param text all that matters of it, in Slack's markup, for notifications and screen readers;
 *     empty for no answer now
 * @param blocks how it looks; empty to show the text
 */
public record Answer(String text, List<JsonNode> blocks) {
  /** Nothing to say now. */
  public static final Answer NONE = new Answer("", List.of());

  /** Plain words. */
  public static Answer say(String words) {
    return markup(Kit.escape(words));
  }

  /** Slack's markup, whose foreign parts are escaped already. */
  public static Answer markup(String text) {
    return new Answer(Kit.cut(text, 3_000), paragraphs(text));
  }

  /** The sentence of an outcome. */
  public static Answer of(Outcome outcome) {
    return say(outcome.said());
  }

  /** The answer with something beneath it, such as buttons. */
  public Answer plus(JsonNode block) {
    List<JsonNode> all = new ArrayList<>(blocks);
    all.add(block);
    return new Answer(text, all);
  }

  /** The answer with a further sentence. */
  public Answer also(String sentence) {
    return plus(Kit.section(sentence)).withText(Kit.cut(text + "\n" + Kit.escape(sentence), 3_000));
  }

  private Answer withText(String other) {
    return new Answer(other, blocks);
  }

  /** The same as a message. */
  public SlackMessage message() {
    return new SlackMessage(text, Kit.blocks(blocks).toString());
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Long texts take several sections, broken between lines. */
  private static List<JsonNode> paragraphs(String text) {
    List<JsonNode> sections = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (part.length() + line.length() > 2_800 && part.length() > 0) {
        sections.add(Kit.markup(part.toString()));
        part.setLength(0);
      }
      part.append(part.length() == 0 ? "" : "\n").append(line);
    }
    sections.add(Kit.markup(part.toString()));
    return sections.size() > 45 ? sections.subList(0, 45) : sections;
  }
}
