package dev.postmortem.slack.text;

import dev.postmortem.document.Block;
import dev.postmortem.document.Document;
import dev.postmortem.document.Outline;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the finished document as Slack messages, each within Slack's limits. What the limits are
 * is partly undocumented (bolt-js#2509); these keep a margin.
 */
public final class SlackWriter {
  private static final int MOST_BLOCKS = 40;
  private static final int MOST_WEIGHT = 10_000;
  private static final int MOST_BYTES = 3_900;

  /** The summary for the channel first, then what belongs into its thread, in order. */
  public List<SlackMessage> write(Document document) {
    List<SlackMessage> messages = new ArrayList<>();
    messages.add(message(Summary.of(document)));
    List<Chapter.Part> message = new ArrayList<>();
    for (List<Block> chapter : chapters(Outline.of(document))) {
      add(Chapter.of(chapter), message, messages);
    }
    end(message, messages);
    return messages;
  }

  /** The sections; title and facts stand in the summary. */
  private static List<List<Block>> chapters(List<Block> outline) {
    List<List<Block>> chapters = new ArrayList<>();
    for (Block block : outline) {
      if (block instanceof Block.Heading heading && heading.level() == 2) {
        chapters.add(new ArrayList<>());
      }
      if (!chapters.isEmpty()) {
        chapters.get(chapters.size() - 1).add(block);
      }
    }
    return chapters;
  }

  /** A chapter goes into the message if all of it fits, else it begins the next one. */
  private static void add(
      List<Chapter.Part> chapter, List<Chapter.Part> message, List<SlackMessage> messages) {
    if (!fits(message, chapter)) {
      end(message, messages);
    }
    for (Chapter.Part part : chapter) {
      if (!fits(message, List.of(part))) {
        end(message, messages);
      }
      message.add(part);
    }
  }

  private static boolean fits(List<Chapter.Part> message, List<Chapter.Part> more) {
    return message.size() + more.size() <= MOST_BLOCKS
        && weight(message) + weight(more) <= MOST_WEIGHT;
  }

  private static int weight(List<Chapter.Part> parts) {
    return parts.stream().mapToInt(Chapter.Part::weight).sum();
  }

  private static void end(List<Chapter.Part> message, List<SlackMessage> messages) {
    if (!message.isEmpty()) {
      messages.add(message(message));
    }
    message.clear();
  }

  private static SlackMessage message(List<Chapter.Part> parts) {
    var blocks = RichTextElements.array();
    List<String> words = new ArrayList<>();
    for (Chapter.Part part : parts) {
      blocks.add(part.json());
      words.add(part.words());
    }
    String text = Inert.text(String.join("\n", words));
    return new SlackMessage(Clip.escapedBytes(text, MOST_BYTES), blocks.toString());
  }
}
