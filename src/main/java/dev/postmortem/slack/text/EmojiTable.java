package dev.postmortem.slack.text;

import dev.postmortem.document.Inline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's names of emoji and the characters they stand for. */
final class EmojiTable {
  private static final Map<String, List<String>> CHARACTERS = read();
  private static final Pattern TONED = Pattern.compile("(.+?)::skin-tone-([2-6])");
  private static final int FIRST_TONE = 2;
  private static final int LAST_TONE = 6;

  private EmojiTable() {}

  static Set<String> names() {
    return CHARACTERS.keySet();
  }

  /** The emoji of this name, which may end in {@code ::skin-tone-2} to {@code -6}. */
  static Inline.Emoji emoji(String name) {
    return new Inline.Emoji(name, character(name).orElse(null));
  }

  /** Whether it could stand between colons: Slack allows no capitals and no spaces. */
  static boolean isName(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> isNamed((char) c));
  }

  static boolean isNamed(char c) {
    return (Character.isLetterOrDigit(c) && !Character.isUpperCase(c)) || "_+-'".indexOf(c) >= 0;
  }

  /** Whether the digit is one of the five skin tones. */
  static boolean isTone(int digit) {
    return digit >= FIRST_TONE && digit <= LAST_TONE;
  }

  /** The character; none for a workspace's own emoji. */
  static Optional<String> character(String name) {
    Matcher toned = TONED.matcher(name);
    return toned.matches()
        ? character(toned.group(1), Integer.parseInt(toned.group(2)))
        : character(name, 0);
  }

  /** A tone that an emoji does not have changes nothing about it. */
  private static Optional<String> character(String name, int tone) {
    List<String> forms = CHARACTERS.getOrDefault(name, List.of());
    int column = tone < FIRST_TONE || forms.size() == 1 ? 0 : tone - FIRST_TONE + 1;
    return forms.isEmpty() ? Optional.empty() : Optional.of(forms.get(column));
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> table = new HashMap<>();
    try (InputStream in = EmojiTable.class.getResourceAsStream("emoji.tsv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, "emoji.tsv"), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private static void add(String line, Map<String, List<String>> table) {
    List<String> columns = List.of(line.split("\t", -1));
    table.put(columns.get(0), columns.subList(1, columns.size()));
  }
}
