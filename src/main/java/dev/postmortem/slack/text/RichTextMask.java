package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.review.secret.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * A rich_text block whose secrets are looked for across its leaves: a style or a link that Slack
 * made of a part of it does not hide a secret.
 */
final class RichTextMask {
  private final List<Leaf> leaves = new ArrayList<>();
  private final StringBuilder joined = new StringBuilder();

  /** A leaf with words, and where they begin among all. */
  private record Leaf(ObjectNode node, String words, int start) {
    int end() {
      return start + words.length();
    }
  }

  RichTextMask(JsonNode block) {
    collect(block.path("elements"));
  }

  /** Leaves of one line follow each other without a gap; what is not words ends a word. */
  private void collect(JsonNode elements) {
    for (JsonNode element : elements) {
      JsonNode inner = element.path("elements");
      if (inner.isArray()) {
        collect(inner);
        joined.append('\n');
      } else if (element instanceof ObjectNode leaf && isWords(leaf)) {
        leaves.add(new Leaf(leaf, words(leaf), joined.length()));
        joined.append(words(leaf));
      } else {
        joined.append('\u0001');
      }
    }
  }

  private static boolean isWords(JsonNode leaf) {
    return leaf.path("text").isTextual() || leaf.path("url").isTextual();
  }

  private static String words(JsonNode leaf) {
    String text = leaf.path("text").asText("");
    return text.isEmpty() ? leaf.path("url").asText("") : text;
  }

  void learn(KnownSecrets known) {
    for (Finding finding : known.learn(joined.toString())) {
      List<String> pieces = new ArrayList<>();
      for (Leaf leaf : leaves) {
        int start = Math.max(leaf.start(), finding.start());
        int end = Math.min(leaf.end(), finding.end());
        if (start < end) {
          pieces.add(joined.substring(start, end));
        }
      }
      if (pieces.size() > 1) {
        known.learn(finding.kind(), pieces);
      }
    }
    for (Leaf leaf : leaves) {
      String url = leaf.node().path("url").asText("");
      if (!url.isEmpty() && !url.equals(leaf.words())) {
        known.learn(url);
      }
    }
  }

  void mask(KnownSecrets known) {
    List<Finding> found = known.in(joined.toString());
    for (Leaf leaf : leaves) {
      String words = masked(leaf, found);
      List<Finding> behind = known.in(leaf.node().path("url").asText(""));
      if (!words.equals(leaf.words()) || !behind.isEmpty()) {
        boolean told = !words.equals(leaf.words()) || behind.isEmpty();
        replace(leaf.node(), told ? words : words + " " + behind.get(0).mask());
      }
    }
  }

  /** The mask stands where the secret begins; leaves that hold only the rest of it lose it. */
  private static String masked(Leaf leaf, List<Finding> found) {
    StringBuilder out = new StringBuilder();
    int from = leaf.start();
    for (Finding finding : found) {
      int start = Math.max(leaf.start(), finding.start());
      int end = Math.min(leaf.end(), finding.end());
      if (start < end) {
        out.append(leaf.words(), from - leaf.start(), start - leaf.start());
        out.append(finding.start() >= leaf.start() ? finding.mask() : "");
        from = end;
      }
    }
    return out.append(leaf.words().substring(from - leaf.start())).toString();
  }

  /** A link with a secret becomes the words that it showed. */
  private static void replace(ObjectNode leaf, String words) {
    if (leaf.path("type").asText().equals("link")) {
      leaf.remove(List.of("url", "unsafe"));
      leaf.put("type", "text");
    }
    leaf.put("text", words);
  }
}
