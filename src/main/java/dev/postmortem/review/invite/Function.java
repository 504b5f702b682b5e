package dev.postmortem.review.invite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of the company that a post-mortem should hear.
 *
 * @param name as people read it: {@code product}
 * @param titles words of titles by which it is known, in lower case; each may be several words
 */
public record Function(String name, List<String> titles) {
  /** Those that are missed most often. */
  public static final List<Function> DEFAULT =
      List.of(
          new Function("product", List.of("product", "cpo")),
          new Function(
              "support",
              List.of(
                  "support",
                  "customer success",
                  "customer care",
                  "customer service",
                  "customer experience",
                  "help desk",
                  "helpdesk",
                  "service desk")));

  public Function {
    titles = List.copyOf(titles);
  }

  /** Whether somebody with this title belongs to it. */
  public boolean has(String title) {
    String words = " " + String.join(" ", words(title)) + " ";
    return titles.stream().anyMatch(known -> words.contains(" " + known + " "));
  }

  private static List<String> words(String title) {
    List<String> words = new ArrayList<>();
    for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
