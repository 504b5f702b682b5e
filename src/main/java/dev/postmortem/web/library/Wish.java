package dev.postmortem.web.library;

import dev.postmortem.draft.State;
import dev.postmortem.draft.catalog.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What somebody looks for. What cannot be read counts for nothing, and is said. */
final class Wish {
  private static final List<String> WORDS =
      List.of("q", "from", "to", "severity", "state", "person", "tag");

  private static final int LONGEST = 200;
  private static final int LAST_PAGE = 10_000;
  private final HttpServletRequest request;
  private final List<String> faults = new ArrayList<>();
  private final Query query;

  Wish(HttpServletRequest request) {
    this.request = request;
    this.query =
        new Query(
            word("q"),
            day("from"),
            day("to"),
            word("severity"),
            state().orElse(null),
            word("person"),
            word("tag"));
  }

  Query query() {
    return query;
  }

  /** What could not be read. */
  List<String> faults() {
    return faults;
  }

  boolean isForAll() {
    return WORDS.stream().allMatch(name -> word(name).isEmpty());
  }

  /** The words as they were given, by their names. */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    WORDS.forEach(name -> words.put(name, word(name)));
    return words;
  }

  /** Counts from 0. */
  int page() {
    String page = word("page");
    int number = page.matches("\\d{1,5}") ? Integer.parseInt(page) : 1;
    return Math.min(Math.max(number, 1), LAST_PAGE) - 1;
  }

  /** The same wish for another page, as an address without its path. */
  String turnedTo(int page) {
    StringBuilder address = new StringBuilder("?");
    words()
        .forEach(
            (name, word) -> {
              if (!word.isEmpty()) {
                address.append(name).append('=');
                address.append(URLEncoder.encode(word, StandardCharsets.UTF_8)).append('&');
              }
            });
    return address.append("page=").append(page + 1).toString();
  }

  String word(String name) {
    String word = request.getParameter(name);
    String given = word == null ? "" : word.strip();
    return given.length() <= LONGEST ? given : given.substring(0, LONGEST);
  }

  private @Nullable LocalDate day(String name) {
    String day = word(name);
    try {
      return day.isEmpty() ? null : LocalDate.parse(day);
    } catch (DateTimeException none) {
      faults.add("“" + day + "” is no date. Write it as 2026-11-22.");
      return null;
    }
  }

  private Optional<State> state() {
    String wanted = word("state");
    Optional<State> state =
        Arrays.stream(State.values()).filter(one -> one.word().equals(wanted)).findFirst();
    if (state.isEmpty() && !wanted.isEmpty()) {
      faults.add("There is no state “" + wanted + "”.");
    }
    return state;
  }
}
