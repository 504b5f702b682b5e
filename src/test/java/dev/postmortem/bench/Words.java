package dev.postmortem.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.MarkdownRenderer;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.timeline.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.commonmark.parser.Parser;

/**
 * What it costs to read a message and to write it, next to what commonmark takes to parse and
 * render the same Markdown.
 */
final class Words {
  private static final int MESSAGES = 500;
  private static final int WARM_UP = 6;
  private static final int ROUNDS = 15;
  private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(250);

  private final List<JsonNode> typed = new ArrayList<>();
  private final List<JsonNode> plain = new ArrayList<>();
  private final List<String> typedJson = new ArrayList<>();
  private final List<String> markdown = new ArrayList<>();
  private long seen;

  Words() {
    Chatter chatter = new Chatter(42);
    for (int i = 0; i < MESSAGES; i++) {
      ObjectNode message = Chatter.object();
      chatter.speak(message);
      typed.add(message);
      typedJson.add(message.toString());
      plain.add(Chatter.object().set("text", message.path("text")));
      markdown.add(new MarkdownRenderer().render(SlackWording.read(message, Names.NONE)));
    }
  }

  void run() {
    Parser parser = Parser.builder().build();
    var html = org.commonmark.renderer.html.HtmlRenderer.builder().build();
    List<Task<?>> tasks =
        List.of(
            Task.of(
                "commonmark: parse, HTML", markdown, it -> html.render(parser.parse(it)).length()),
            Task.of("text: read, Markdown, HTML", plain, Words::readAndWrite),
            Task.of("rich_text: read, Markdown, HTML", typed, Words::readAndWrite),
            Task.of("rich_text from stored JSON", typedJson, Words::parseReadAndWrite));
    System.out.printf(
        "Words: messages of about %d characters, one thread, in turn, median of %d rounds%n",
        markdown.stream().mapToInt(String::length).sum() / MESSAGES, ROUNDS);
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Task<?> task : tasks) {
        seen += task.measure(round);
      }
    }
    Table table = new Table().row("", "µs a message", "messages/s", "times as fast as commonmark");
    double baseline = tasks.get(0).median();
    for (Task<?> task : tasks) {
      double nanos = task.median();
      table.row(
          task.name(),
          "%.2f".formatted(nanos / 1e3),
          "%,.0f".formatted(1e9 / nanos),
          "%.2f".formatted(baseline / nanos));
    }
    table.print();
  }

  /** One thing that is done with every message, and how long one took in each round. */
  private record Task<T>(String name, List<T> messages, ToIntFunction<T> once, double[] nanos) {
    static <T> Task<T> of(String name, List<T> messages, ToIntFunction<T> once) {
      return new Task<>(name, messages, once, new double[ROUNDS]);
    }

    long measure(int round) {
      long seen = 0;
      long done = 0;
      long start = System.nanoTime();
      while (System.nanoTime() - start < ROUND) {
        for (T message : messages) {
          seen += once.applyAsInt(message);
        }
        done += messages.size();
      }
      nanos[Math.max(0, round)] = (double) (System.nanoTime() - start) / done;
      return seen;
    }

    double median() {
      double[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  private static int readAndWrite(JsonNode message) {
    return written(SlackWording.read(message, Names.NONE));
  }

  private static int parseReadAndWrite(String json) {
    return written(new SlackWording().read(json, Names.NONE));
  }

  private static int written(List<Block> blocks) {
    return new MarkdownRenderer().render(blocks).length()
        + new HtmlRenderer().fragment(blocks).length();
  }
}
