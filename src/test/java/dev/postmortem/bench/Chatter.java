package dev.postmortem.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

/** What people say in a war room: text as Slack writes it, and the same as rich_text. */
final class Chatter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AUTHORS = 30;
  private static final List<String> SENTENCES =
      List.of(
          "The error rate of checkout went from 0.2%% to %d%% right after the deploy.",
          "I see %d timeouts a minute between the cart and the payment service.",
          "p99 is at %d ms – it was 80 before – and the queue grows.",
          "Connections to the primary are at %d of 400, nearly all of them waiting for a lock.",
          "Rolled pod checkout-7d9f8b6c5-x%dq back to image checkout:2026.11.%d.",
          "Customers in Köln and Zürich report a blank page, %d tickets so far.",
          "No idea yet; does anybody know what changed in commit 4f9d0e%d?",
          "The replica lags by %d s, so I would not fail over now.",
          "Turned the feature flag off for %d%% of the traffic, let us watch the graph.",
          "Looks better: %d errors in the last five minutes.");

  private final Random random;

  Chatter(long seed) {
    random = new Random(seed);
  }

  /** The id of one of thirty people. */
  String author() {
    return "U0BENCH%02d".formatted(random.nextInt(AUTHORS));
  }

  /** Fills in what a message says. */
  void speak(ObjectNode message) {
    ObjectNode block = message.putArray("blocks").addObject();
    block.put("type", "rich_text").put("block_id", "b" + random.nextInt(100_000));
    ArrayNode parts =
        block
            .putArray("elements")
            .addObject()
            .put("type", "rich_text_section")
            .putArray("elements");
    String somebody = author();
    parts.addObject().put("type", "user").put("user_id", somebody);
    String first = " " + sentence() + " ";
    parts.addObject().put("type", "text").put("text", first);
    String loud = sentence();
    parts.addObject().put("type", "text").put("text", loud).putObject("style").put("bold", true);
    String rest = " " + sentence() + " " + sentence() + " ";
    parts.addObject().put("type", "text").put("text", rest);
    String link = "https://grafana.example.com/d/checkout?panel=" + random.nextInt(100);
    parts.addObject().put("type", "link").put("url", link);
    message.put("text", "<@" + somebody + ">" + first + "*" + loud + "*" + rest + "<" + link + ">");
  }

  private String sentence() {
    String words = SENTENCES.get(random.nextInt(SENTENCES.size()));
    return words.formatted(10 + random.nextInt(89), 10 + random.nextInt(20));
  }

  static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A new, empty object. */
  static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
