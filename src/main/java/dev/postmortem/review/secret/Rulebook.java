package dev.postmortem.review.secret;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the rules, a resource of the product, and puts each behind its keywords. */
final class Rulebook {
  private static final String RESOURCE = "rules.tsv";
  private final List<Entry> entries = new ArrayList<>();

  private Rulebook() {}

  /**
   * A detector and what it listens for.
   *
   * @param keywords in lower case
   */
  record Entry(String id, Detector detector, List<String> keywords) {}

  static List<Entry> read() {
    Rulebook book = new Rulebook();
    book.resource();
    book.add("private-key", new PrivateKey(), PrivateKey.KEYWORD);
    book.add("kubernetes-secret-yaml", new ClusterSecret(), ClusterSecret.KEYWORD);
    book.add("curl", new Curl(), Curl.KEYWORD);
    book.add("authorization", new Authorization(), Authorization.KEYWORDS);
    book.add("address", new AddressPassword(), AddressPassword.KEYWORD);
    book.add("generic-api-key", new AssignedToken(), AssignedToken.KEYWORDS);
    book.add("password", new Password(), Password.KEYWORDS);
    return book.entries;
  }

  private void add(String id, Detector detector, String... keywords) {
    entries.add(new Entry(id, detector, List.of(keywords)));
  }

  private void resource() {
    try (InputStream rules =
            Objects.requireNonNull(Rulebook.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(rules, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          rule(line.split("\t", 6));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The columns: id, kind, entropy, keywords, where, expression. */
  private void rule(String[] columns) {
    double entropy = Double.parseDouble(columns[2]);
    boolean after = columns[4].equals("after");
    String expression = after ? "(?:" + columns[5] + ")" + Assigned.OVER : columns[5];
    Rule rule = new Rule(columns[0], columns[1], entropy, expression);
    Detector detector =
        after
            ? new Assigned(rule)
            : new Shaped(
                rule, Arrays.stream(columns[4].split(",")).mapToInt(Integer::parseInt).toArray());
    add(columns[0], detector, columns[3].split(","));
  }
}
