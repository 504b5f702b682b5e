package dev.postmortem.draft.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a pseudonym where somebody is named: by their id, by a mention with whatever label, and by
 * the names that are given, as whole words and however they are written in upper and lower case.
 * Works on plain text, on Slack's markup and on Slack's JSON, which it does not take apart, as what
 * is kept of it is kept as it came.
 */
public final class Rewording {
  /** A flat object, whatever its texts hold, with one of the commas around it. */
  private static final Pattern PROFILE =
      Pattern.compile(
          ",\"user_profile\":\\{(?:[^{}\"]|\"(?:[^\"\\\\]|\\\\.)*+\")*+}"
              + "|\"user_profile\":\\{(?:[^{}\"]|\"(?:[^\"\\\\]|\\\\.)*+\")*+},?");

  /** Of a message that is quoted in another. */
  private static final Pattern QUOTED =
      Pattern.compile("\"author_(name|subname|icon|link)\":\"(?:[^\"\\\\]|\\\\.)*+\"");

  private static final Pattern REAL_NAME =
      Pattern.compile("\"(?:real_name|display_name)\":\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private final String id;
  private final Pseudonym pseudonym;
  private final Pattern mention;
  private final Pattern bareId;
  private final Pattern title;
  private final List<Pattern> names;

  /**
   * For one person.
   *
   * @param names as they may be typed; a blank one is left out
   */
  public Rewording(String id, Pseudonym pseudonym, Collection<String> names) {
    this.id = id;
    this.pseudonym = pseudonym;
    this.mention = Pattern.compile("<@" + id + "(?:\\|[^>]*)?>");
    this.bareId = Pattern.compile("(?<![A-Z0-9])" + id + "(?![A-Z0-9])");
    this.title = Pattern.compile("named <@" + id + "> “[^”]*”");
    this.names =
        names.stream()
            .filter(name -> !name.isBlank())
            .sorted((one, other) -> other.length() - one.length())
            .map(Rewording::wholeWords)
            .toList();
  }

  private static Pattern wholeWords(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.strip().split("\\s+", -1)) {
      words.add(Pattern.quote(word));
    }
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}_])" + String.join("\\s+", words) + "(?![\\p{L}\\p{N}_])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The text without the person, and what was found in it. */
  public Reworded of(String text) {
    int mentions = 0;
    String now = text;
    if (now.contains(id)) {
      mentions = count(bareId, now);
      now = mentions == 0 ? now : withoutId(now);
    }
    int named = 0;
    for (Pattern name : names) {
      int found = count(name, now);
      named += found;
      now = found == 0 ? now : replaced(name, now, pseudonym.name());
    }
    return new Reworded(now, mentions, named);
  }

  private String withoutId(String text) {
    String now = PROFILE.matcher(text).replaceAll("");
    if (now.contains("\"author_id\":\"" + id + "\"")) {
      now = QUOTED.matcher(now).replaceAll(it -> quoted(it.group(1)));
    }
    now = replaced(title, now, "named <@" + pseudonym.id() + "> “…”");
    now = replaced(mention, now, "<@" + pseudonym.id() + ">");
    return replaced(bareId, now, pseudonym.id());
  }

  private String quoted(String part) {
    String words = part.equals("name") ? pseudonym.name() : "";
    return Matcher.quoteReplacement("\"author_" + part + "\":\"" + words + "\"");
  }

  private static String replaced(Pattern what, String text, String by) {
    return what.matcher(text).replaceAll(Matcher.quoteReplacement(by));
  }

  private static int count(Pattern what, String text) {
    Matcher matcher = what.matcher(text);
    int found = 0;
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  /** The names that a message of the person itself, in Slack's JSON, tells beside its words. */
  public static List<String> namesIn(String raw) {
    Matcher profile = PROFILE.matcher(raw);
    return profile.find()
        ? REAL_NAME.matcher(profile.group()).results().map(it -> it.group(1)).toList()
        : List.of();
  }

  /**
   * What came of a text.
   *
   * @param mentions how often the id was in it
   * @param named how often a name
   */
  public record Reworded(String text, int mentions, int named) {
    /** Whether the person was in it. */
    public boolean isChanged() {
      return mentions + named > 0;
    }
  }
}
