package dev.postmortem.review.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds credentials in any text. One pass looks for keywords; only where one stands is anything
 * compared, so a text without secrets costs little. The shapes of credentials are those that
 * gitleaks knows (see the resource {@code rules.tsv}). May be used by many threads.
 */
public final class Secrets {
  private final Keywords keywords;
  private final Detector[] detectors;

  /** For each keyword the numbers of the detectors that listen for it. */
  private final int[][] listeners;

  private Secrets(List<Rulebook.Entry> entries) {
    detectors = entries.stream().map(Rulebook.Entry::detector).toArray(Detector[]::new);
    Map<String, List<Integer>> byWord = new LinkedHashMap<>();
    for (int i = 0; i < detectors.length; i++) {
      for (String word : entries.get(i).keywords()) {
        byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(i);
      }
    }
    keywords = new Keywords(List.copyOf(byWord.keySet()));
    listeners =
        byWord.values().stream()
            .map(numbers -> numbers.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** All that the product knows of. */
  public static Secrets known() {
    return new Secrets(Rulebook.read());
  }

  /** The secrets in a text, in order; no two share a character. */
  public List<Finding> find(String text) {
    Search search = new Search(text);
    keywords.find(text, search);
    return search.findings();
  }

  /** The text with a mask in place of each secret. */
  public Masked mask(String text) {
    List<Finding> findings = find(text);
    if (findings.isEmpty()) {
      return new Masked(text, Set.of());
    }
    StringBuilder out = new StringBuilder(text.length());
    Set<String> kinds = new LinkedHashSet<>();
    int from = 0;
    for (Finding finding : findings) {
      out.append(text, from, finding.start()).append(finding.mask());
      kinds.add(finding.kind());
      from = finding.end();
    }
    return new Masked(out.append(text, from, text.length()).toString(), kinds);
  }

  /** One text being looked through. */
  private final class Search implements Keywords.Seen {
    private final String text;
    private int[] looked = {};
    private List<Finding> found = List.of();

    Search(String text) {
      this.text = text;
    }

    @Override
    public void keyword(int word, int from, int to) {
      if (looked.length == 0) {
        looked = new int[detectors.length];
      }
      for (int detector : listeners[word]) {
        if (from >= looked[detector]) {
          looked[detector] = detectors[detector].look(text, from, to, this::add);
        }
      }
    }

    private void add(Finding finding) {
      if (found.isEmpty()) {
        found = new ArrayList<>();
      }
      found.add(finding);
    }

    List<Finding> findings() {
      if (found.size() < 2) {
        return found;
      }
      found.sort(Comparator.comparingInt(Finding::start));
      List<Finding> apart = new ArrayList<>();
      for (Finding finding : found) {
        int last = apart.size() - 1;
        if (last >= 0 && apart.get(last).touches(finding)) {
          apart.set(last, apart.get(last).with(finding));
        } else {
          apart.add(finding);
        }
      }
      return apart;
    }
  }
}
