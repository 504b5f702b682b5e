package dev.postmortem.slack.commands;

import dev.postmortem.timeline.SpokenTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type, as phones and editors change it: curly quotes, long dashes, odd spaces.
 */
final class Typed {
  private static final Pattern USER = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>\\s*");
  private static final Pattern ODD_SPACE =
      Pattern.compile("[\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000\\ufeff]");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Typed() {}

  /** The text with plain spaces and none around it. */
  static String spaced(String text) {
    return ODD_SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** The text with the quotes and dashes of a typewriter, character for character. */
  static String plain(String text) {
    return text.replace('“', '"')
        .replace('”', '"')
        .replace('„', '"')
        .replace('‘', '\'')
        .replace('’', '\'')
        .replace('–', '-')
        .replace('—', '-')
        .replace('−', '-');
  }

  /** The text without one pair of quotes around it. */
  static String unquoted(String text) {
    String plain = plain(text);
    boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  /** The first word, in lower case and without quotes. */
  static String first(String text) {
    String word = SPACE.split(text, 2)[0];
    return plain(word).replace("\"", "").toLowerCase(java.util.Locale.ROOT);
  }

  /** What follows the first word. */
  static String rest(String text) {
    String[] parts = SPACE.split(text, 2);
    return parts.length < 2 ? "" : parts[1].strip();
  }

  /** A past time at the start of the text; what follows is kept as it was typed. */
  static Optional<SpokenTime> time(String text, Instant now, ZoneId zone) {
    return SpokenTime.read(plain(text), now, zone)
        .map(
            found ->
                new SpokenTime(
                    found.at(), text.substring(text.length() - found.rest().length()).strip()));
  }

  /** Whether the text starts with digits that look like a time but are none that has passed. */
  static boolean startsLikeTime(String text) {
    return plain(text).matches("(?s)(\\d{4}-\\d{1,2}-\\d{1,2}[ T]+)?\\d{1,2}:\\d{2}(\\s.*)?");
  }

  /** Somebody mentioned at the start of the text, and what follows. */
  static Optional<Mentioned> user(String text) {
    Matcher match = USER.matcher(text);
    return match.lookingAt()
        ? Optional.of(new Mentioned(match.group(1), text.substring(match.end()).strip()))
        : Optional.empty();
  }

  /** A number at the start of the text, at least 1. */
  static Optional<Integer> number(String text) {
    String word = first(text).replace("#", "");
    return word.matches("[1-9]\\d{0,5}") ? Optional.of(Integer.valueOf(word)) : Optional.empty();
  }

  /** Undoes Slack's escaping, for words that are kept as plain words. */
  static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** Somebody mentioned, and the words after. */
  record Mentioned(String user, String rest) {}
}
