package dev.postmortem.slack.text;

import dev.postmortem.review.secret.Finding;
import dev.postmortem.review.secret.Secrets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets of one message. Slack says the same thing up to three times, each time cut and marked
 * up in another way; what is known from one place is found in the others too.
 */
final class KnownSecrets {
  private static final int SHORTEST = 5;

  /**
   * So many are looked for by what they are; a message with more has still each found by its shape.
   */
  private static final int MOST = 100;

  private static final int SHORTEST_WITHIN_WORDS = 12;
  private static final String MARKS = "[*_~`\\u200b\\u2060]{0,4}";
  private final Secrets secrets;
  private final Map<String, Pattern> copies = new LinkedHashMap<>();
  private final Map<String, String> kinds = new LinkedHashMap<>();
  private final Set<String> all = new TreeSet<>();

  KnownSecrets(Secrets secrets) {
    this.secrets = secrets;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** What was found, in plain words. */
  Set<String> kinds() {
    return all;
  }

  /** Learns the secrets of a text. */
  List<Finding> learn(String text) {
    List<Finding> found = secrets.find(text);
    for (Finding finding : found) {
      learn(finding.kind(), List.of(text.substring(finding.start(), finding.end())));
    }
    return found;
  }

  /** Learns a secret that stands in pieces. */
  void learn(String kind, List<String> pieces) {
    all.add(kind);
    String secret = String.join("", pieces);
    if (secret.strip().length() >= SHORTEST && copies.size() < MOST) {
      List<String> quoted = pieces.stream().map(Pattern::quote).toList();
      boolean edged = secret.length() < SHORTEST_WITHIN_WORDS;
      String copy = String.join(MARKS, quoted);
      kinds.put(secret, kind);
      copies.put(
          secret, Pattern.compile(edged ? "(?<![a-zA-Z0-9])" + copy + "(?![a-zA-Z0-9])" : copy));
    }
  }

  /** All secrets in a text, those that are known only from elsewhere too; in order, apart. */
  List<Finding> in(String text) {
    List<Finding> found = new ArrayList<>(secrets.find(text));
    copies.forEach(
        (secret, copy) -> {
          Matcher match = copy.matcher(text);
          while (match.find()) {
            found.add(new Finding(match.start(), match.end(), kinds.getOrDefault(secret, "")));
          }
        });
    found.sort(Comparator.comparingInt(Finding::start).thenComparing(f -> -f.end()));
    List<Finding> apart = new ArrayList<>();
    for (Finding finding : found) {
      Finding last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
      if (last == null || last.end() <= finding.start()) {
        apart.add(finding);
      } else if (last.end() < finding.end()) {
        apart.set(apart.size() - 1, new Finding(last.start(), finding.end(), last.kind()));
      }
    }
    return apart;
  }
}
