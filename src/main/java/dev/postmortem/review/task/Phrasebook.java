package dev.postmortem.review.task;

import dev.postmortem.draft.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The vague phrases and what is said about them, a resource of the product. */
final class Phrasebook {
  private static final String RESOURCE = "tasks.tsv";

  private final Map<String, Said> said = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final Set<String> verbs = new HashSet<>();
  private final Set<String> openings = new HashSet<>();

  private Phrasebook() {}

  private record Said(String reason, String example) {}

  /**
   * A vague phrase.
   *
   * @param opens whether it is vague only as what the task begins with, and asks for no more
   */
  private record Phrase(String kind, boolean opens, List<String> words) {}

  static Phrasebook read() {
    Phrasebook book = new Phrasebook();
    try (InputStream in =
            Objects.requireNonNull(Phrasebook.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          book.line(line.split("\t", 5));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return book;
  }

  private void line(String[] columns) {
    switch (columns[0]) {
      case "verbs" -> verbs.addAll(List.of(columns[1].split(" ", -1)));
      case "openings" -> openings.addAll(List.of(columns[1].split(" ", -1)));
      default -> {
        said.put(columns[0], new Said(columns[3], columns[4]));
        for (String phrase : columns[2].split(",", -1)) {
          if (!phrase.isEmpty()) {
            List<String> words = List.of(phrase.split(" ", -1));
            phrases.add(new Phrase(columns[0], columns[1].equals("opens"), words));
          }
        }
      }
    }
  }

  /** What tasks ask for when it can be told that they are done. */
  Set<String> verbs() {
    return verbs;
  }

  TaskAdvice advice(Task task, String kind, String words) {
    Said known = Objects.requireNonNull(said.get(kind), kind);
    return new TaskAdvice(task.number(), kind, words, known.reason(), known.example());
  }

  /** The first vague phrase, if the task has one. */
  Optional<TaskAdvice> vague(Task task, List<TaskWords.Word> words) {
    int opening = opening(words);
    for (int at = 0; at < words.size(); at++) {
      for (Phrase phrase : phrases) {
        boolean meant = !phrase.opens() || at == opening;
        if (meant && stands(phrase.words(), words, at) && !asksForMore(phrase, words, at)) {
          int end = words.get(at + phrase.words().size() - 1).end();
          String exact = task.plain().substring(words.get(at).start(), end);
          return Optional.of(advice(task, phrase.kind(), exact));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the task goes on and says what will be there: "look into it, and add an alert". */
  private boolean asksForMore(Phrase phrase, List<TaskWords.Word> words, int at) {
    return phrase.opens()
        && words.stream()
            .skip((long) at + phrase.words().size())
            .anyMatch(word -> verbs.contains(word.word()));
  }

  /** Where the task begins, after "please", "we should" and who is asked. */
  private int opening(List<TaskWords.Word> words) {
    int at = 0;
    while (at < words.size() && isOpening(words.get(at).word())) {
      at++;
    }
    return at;
  }

  private boolean isOpening(String word) {
    return openings.contains(word) || word.charAt(0) == '@';
  }

  private static boolean stands(List<String> phrase, List<TaskWords.Word> words, int at) {
    for (int i = 0; i < phrase.size(); i++) {
      if (at + i >= words.size() || !words.get(at + i).word().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }
}
