package dev.postmortem.rehearsal.text;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as Slack stores it: {@code &}, {@code <} and {@code >} escaped, bare addresses in angle
 * brackets, emoji by name (page "Formatting message text").
 */
public final class Stored {
  private static final String KNOWN =
      "<(?:@[UWB][A-Z0-9]*(?:\\|[^<>\\n]*)?|#[CGD][A-Z0-9]*(?:\\|[^<>\\n]*)?|![a-z][^<>\\n]*|(?:https?|mailto|tel|slack):[^<>\\n]+)>";
  private static final Pattern TOKENS =
      Pattern.compile("(?<entity>" + KNOWN + ")|(?<url>https?://[^\\s<>|`*]+)");
  private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!(?:amp|lt|gt);)");
  private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]'\"]+$");
  private static final Pattern HANDLE = Pattern.compile("(?<![\\w<@./])@([a-z0-9][a-z0-9._-]*)");
  private static final Pattern CHANNEL = Pattern.compile("(?<![\\w<&#/])#([a-z0-9][a-z0-9._-]*)");

  private Stored() {}

  /** What becomes of text that an app sends: its entities are kept, also the three escapes. */
  public static String fromApp(String text) {
    return Emoji.named(rewrite(text, plain -> escapeBrackets(escapeBare(plain))));
  }

  /** What becomes of text that a person types: everything is meant literally but mentions. */
  public static String typed(String text, Names names) {
    return rewrite(text, plain -> mentions(escape(plain), names));
  }

  /**
   * What becomes of the text of a slash command with should_escape: mentions carry labels (page
   * "Implementing slash commands").
   */
  public static String commandText(String text, Names names) {
    Matcher entities = TOKENS.matcher(typed(text, names));
    return entities.replaceAll(match -> Matcher.quoteReplacement(labelled(match.group(), names)));
  }

  /** What becomes of plain_text that an app sends: entities mean nothing in it. */
  public static String plain(String text) {
    return Emoji.named(escapeBrackets(escapeBare(text)));
  }

  /** The three escapes, and no others. */
  public static String escape(String text) {
    return escapeBrackets(text.replace("&", "&amp;"));
  }

  /** Takes the three escapes back, the ampersand last. */
  public static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String escapeBare(String text) {
    return BARE_AMPERSAND.matcher(text).replaceAll("&amp;");
  }

  private static String escapeBrackets(String text) {
    return text.replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String rewrite(String text, Function<String, String> plain) {
    StringBuilder out = new StringBuilder();
    Matcher token = TOKENS.matcher(text);
    int from = 0;
    while (token.find()) {
      out.append(plain.apply(text.substring(from, token.start())));
      out.append(token.group("url") == null ? token.group() : linked(token.group(), plain));
      from = token.end();
    }
    return out.append(plain.apply(text.substring(from))).toString();
  }

  private static String linked(String url, Function<String, String> plain) {
    Matcher trailing = TRAILING.matcher(url);
    String rest = trailing.find() ? trailing.group() : "";
    String address = url.substring(0, url.length() - rest.length());
    return "<" + escapeBare(address) + ">" + plain.apply(rest);
  }

  private static String mentions(String text, Names names) {
    String people =
        HANDLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(mention(match, names)));
    return CHANNEL
        .matcher(people)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    names
                        .idOfChannel(match.group(1))
                        .map(id -> "<#" + id + ">")
                        .orElse(match.group())));
  }

  private static String mention(MatchResult match, Names names) {
    String handle = match.group(1);
    return switch (handle) {
      case "here", "channel", "everyone" -> "<!" + handle + ">";
      default -> {
        String trimmed = handle.replaceAll("[._-]+$", "");
        Optional<String> id = names.idOfHandle(trimmed);
        String rest = handle.substring(trimmed.length());
        yield id.map(found -> (found.startsWith("S") ? "<!subteam^" : "<@") + found + ">" + rest)
            .orElse(match.group());
      }
    };
  }

  private static String labelled(String entity, Names names) {
    if (entity.startsWith("<!subteam^") && !entity.contains("|")) {
      String id = entity.substring(10, entity.length() - 1);
      return "<!subteam^" + id + names.group(id).map(handle -> "|@" + handle).orElse("") + ">";
    }
    if (entity.length() < 3 || entity.contains("|")) {
      return entity;
    }
    String id = entity.substring(2, entity.length() - 1);
    return switch (entity.charAt(1)) {
      case '@' -> "<@" + id + names.user(id).map(name -> "|" + name).orElse("") + ">";
      case '#' -> "<#" + id + "|" + names.channel(id).orElse("") + ">";
      default -> entity;
    };
  }
}
