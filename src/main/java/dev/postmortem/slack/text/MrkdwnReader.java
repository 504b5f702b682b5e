package dev.postmortem.slack.text;

import dev.postmortem.document.Block;
import dev.postmortem.document.Clean;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads mrkdwn, Slack's text with marks (docs.slack.dev, "Formatting message text"): code that
 * stands apart, then quotes, then lines.
 */
final class MrkdwnReader {
  private static final String FENCE = "```";
  private static final String QUOTE = "&gt;";
  private static final String QUOTE_ALL = "&gt;&gt;&gt;";

  private final Entities entities;

  MrkdwnReader(Naming naming) {
    this.entities = new Entities(naming);
  }

  List<Block> read(String mrkdwn) {
    String text = Clean.text(mrkdwn);
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    int open = text.indexOf(FENCE);
    while (open >= 0) {
      int close = text.indexOf(FENCE, open + FENCE.length());
      if (close < 0) {
        break;
      }
      String code = trimLineEnds(text.substring(open + FENCE.length(), close));
      if (!code.isBlank()) {
        blocks.addAll(prose(text.substring(from, open)));
        blocks.add(new Block.CodeBlock(entities.code(code)));
        from = close + FENCE.length();
        while (text.startsWith(" ", from)) {
          from++;
        }
      }
      open = text.indexOf(FENCE, close + FENCE.length());
    }
    blocks.addAll(prose(text.substring(from)));
    return blocks;
  }

  private static String trimLineEnds(String code) {
    int from = code.startsWith("\n") ? 1 : 0;
    int to = code.endsWith("\n") && code.length() > from ? code.length() - 1 : code.length();
    return code.substring(from, to);
  }

  /** Text without a kind of its own, such as a plain_text object: no marks, but lines and codes. */
  static List<Block> plain(String text) {
    Run run = Run.plain(new Inline.Text(Escapes.unescape(Clean.text(text))));
    return Paragraphs.of(List.of(run));
  }

  private List<Block> prose(String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> group = new ArrayList<>();
    boolean quoted = false;
    boolean toTheEnd = false;
    for (String line : text.split("\n", -1)) {
      boolean quote = toTheEnd || isQuote(line);
      if (quote != quoted) {
        end(group, quoted, blocks);
      }
      quoted = quote;
      toTheEnd |= line.startsWith(QUOTE_ALL);
      group.add(quote ? withoutMark(line) : line);
    }
    end(group, quoted, blocks);
    return blocks;
  }

  private static boolean isQuote(String line) {
    return line.startsWith(QUOTE) || line.startsWith(">");
  }

  private static String withoutMark(String line) {
    String words = line;
    for (String mark : List.of(QUOTE_ALL, QUOTE, ">")) {
      if (line.startsWith(mark)) {
        words = line.substring(mark.length());
        break;
      }
    }
    return words.startsWith(" ") ? words.substring(1) : words;
  }

  private List<Run> runs(List<String> lines) {
    List<Run> runs = new ArrayList<>();
    for (String line : lines) {
      if (!runs.isEmpty()) {
        runs.add(Run.plain(new Inline.Break()));
      }
      runs.addAll(MrkdwnLine.read(line, entities));
    }
    return runs;
  }

  private void end(List<String> group, boolean quoted, List<Block> into) {
    List<Block> paragraphs = Paragraphs.of(runs(group));
    group.clear();
    if (quoted && !paragraphs.isEmpty()) {
      into.add(new Block.Quote(paragraphs));
    } else {
      into.addAll(paragraphs);
    }
  }
}
