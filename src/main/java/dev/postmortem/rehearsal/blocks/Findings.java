package dev.postmortem.rehearsal.blocks;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a payload. */
public final class Findings {
  private final List<Finding> all = new ArrayList<>();

  void add(String pointer, String message) {
    all.add(new Finding(pointer, message));
  }

  /** Everything that is wrong, in the order in which it was found. */
  public List<Finding> all() {
    return List.copyOf(all);
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** In the words of response_metadata.messages. */
  public List<String> messages() {
    return all.stream().map(Finding::text).toList();
  }
}
