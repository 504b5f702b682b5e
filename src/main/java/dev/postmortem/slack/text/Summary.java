package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Document;
import dev.postmortem.document.Facts;
import dev.postmortem.document.Moments;
import dev.postmortem.document.Outline;
import dev.postmortem.document.Phrase;
import dev.postmortem.document.TextRenderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the channel sees of a post-mortem: enough to know whether to read on in the thread. */
final class Summary {
  private static final int LONGEST_FACT = 300;
  private static final int LONGEST_IMPACT = 600;
  private static final int LONGEST_POINT = 160;
  private static final int MOST_POINTS = 5;
  private static final int MOST_TASKS = 5;
  private static final int LONGEST_TELLING = 400;
  private static final Set<String> HAPPENED = Set.of("symptoms", "hypothesis");

  private final Document document;

  private Summary(Document document) {
    this.document = document;
  }

  static List<Chapter.Part> of(Document document) {
    Summary summary = new Summary(document);
    List<Chapter.Part> parts = new ArrayList<>();
    parts.add(Chapter.header(document.head().title()));
    parts.add(summary.facts());
    parts.addAll(Chapter.of(summary.passed()));
    parts.addAll(Chapter.of(summary.happened()));
    parts.addAll(Chapter.of(summary.impact()));
    parts.addAll(Chapter.of(summary.keyPoints()));
    parts.addAll(Chapter.of(summary.tasks()));
    parts.add(summary.counts());
    return parts;
  }

  private Chapter.Part facts() {
    ObjectNode section = JsonNodeFactory.instance.objectNode().put("type", "section");
    ArrayNode fields = section.putArray("fields");
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, String> fact : Facts.of(document).entrySet()) {
      String value = Clip.chars(fact.getValue(), LONGEST_FACT);
      fields.add(mrkdwn("*" + fact.getKey() + "*\n" + MrkdwnRuns.write(Facts.words(value))));
      words.add(fact.getKey() + ": " + value);
    }
    return new Chapter.Part(section, String.join("\n", words), false);
  }

  private static ObjectNode mrkdwn(String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "mrkdwn")
        .put("text", text)
        .put("verbatim", true);
  }

  private List<Block> passed() {
    Document.Passed passed = document.passed();
    return passed == null
        ? List.of()
        : List.of(Phrase.emphasis(Clip.chars(passed.sentence(), LONGEST_TELLING)));
  }

  /** What was seen, and what people think was behind it. */
  private List<Block> happened() {
    List<Block> blocks = new ArrayList<>();
    for (Document.Part part : document.parts()) {
      List<Block> contents = Outline.section(document, part);
      if (HAPPENED.contains(part.key()) && !contents.isEmpty()) {
        String words = new TextRenderer().words(contents).strip();
        blocks.add(Phrase.paragraph(Clip.chars(words, LONGEST_TELLING)));
      }
    }
    if (!blocks.isEmpty()) {
      blocks.add(0, Chapter.title("What happened"));
    }
    return blocks;
  }

  private List<Block> impact() {
    List<Block> blocks = new ArrayList<>();
    for (Document.Part part : document.parts()) {
      List<Block> contents = Outline.section(document, part);
      if (part.key().equals("impact") && !contents.isEmpty()) {
        String words = new TextRenderer().words(contents);
        blocks.add(Chapter.title(part.title()));
        blocks.add(Phrase.paragraph(Clip.chars(words, LONGEST_IMPACT)));
      }
    }
    return blocks;
  }

  private List<Block> keyPoints() {
    List<Block> blocks = new ArrayList<>();
    for (Document.Part part : document.parts()) {
      if (part.key().equals("key_points") && !part.filed().isEmpty()) {
        blocks.add(Chapter.title(part.title()));
        blocks.add(
            new Block.Bullets(part.filed().stream().limit(MOST_POINTS).map(this::point).toList()));
      }
    }
    return blocks;
  }

  private List<Block> point(Document.Line line) {
    String opening =
        Moments.time(line.at(), document.head().zone()) + " – " + line.author().name() + ": ";
    String said = new TextRenderer().words(line.words()).replaceAll("\\s+", " ");
    return List.of(Phrase.paragraph(opening + Clip.chars(said, LONGEST_POINT)));
  }

  /** Those first that are still to be done. */
  private List<Block> tasks() {
    List<Block> blocks = new ArrayList<>();
    if (!document.tasks().isEmpty()) {
      blocks.add(Chapter.title("Tasks"));
      blocks.add(
          new Block.Bullets(
              document.tasks().stream()
                  .sorted(Comparator.comparing(task -> !task.state().equals("open")))
                  .limit(MOST_TASKS)
                  .map(Summary::task)
                  .toList()));
    }
    return blocks;
  }

  private static List<Block> task(Document.TaskLine task) {
    String words = new TextRenderer().words(task.words()).replaceAll("\\s+", " ").strip();
    String owner = task.owner() == null ? "unassigned" : task.owner().name();
    String due = task.due() == null ? "" : ", due " + task.due();
    return List.of(
        Phrase.paragraph(
            Clip.chars(words, LONGEST_POINT) + " – " + owner + due + ", " + task.state()));
  }

  private Chapter.Part counts() {
    String counts =
        String.join(
                ", ",
                count(document.timeline().size(), "timeline entry", "timeline entries"),
                count(document.participants().size(), "participant", "participants"),
                taskCount(),
                count(document.questions().size(), "question", "questions"))
            + ". The whole post-mortem is in the thread.";
    ObjectNode context = JsonNodeFactory.instance.objectNode().put("type", "context");
    context.putArray("elements").addObject().put("type", "plain_text").put("text", counts);
    return new Chapter.Part(context, counts, false);
  }

  private String taskCount() {
    long unassigned = document.tasks().stream().filter(task -> task.owner() == null).count();
    String tasks = count(document.tasks().size(), "task", "tasks");
    return unassigned == 0 ? tasks : tasks + " (" + unassigned + " unassigned)";
  }

  private static String count(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
