package dev.postmortem.slack.text;

import dev.postmortem.document.Inline;
import dev.postmortem.document.Links;
import dev.postmortem.document.TextRenderer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands between angle brackets: people, channels, groups, dates and links. */
final class Entities {
  private static final int LONGEST_SCHEME = 31;
  private static final Set<String> HARMFUL = Set.of("javascript", "data", "vbscript", "file");
  private static final Set<String> RANGES = Set.of("here", "channel", "everyone");

  private final Naming naming;

  Entities(Naming naming) {
    this.naming = naming;
  }

  /**
   * Where the entity that begins here ends, and -1 when none does. Another opening bracket before
   * the closing one means that this one is only a sign.
   */
  static int end(String line, int start) {
    for (int i = start + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '>') {
        return i;
      }
      if (c == '<' || c == '\n') {
        return -1;
      }
    }
    return -1;
  }

  /** The entity; empty when the brackets hold nothing that Slack would put there. */
  Optional<Inline> read(String body) {
    int bar = body.indexOf('|');
    String target = Escapes.unescape(bar < 0 ? body : body.substring(0, bar));
    String label = bar < 0 ? "" : body.substring(bar + 1);
    if (target.length() < 2) {
      return Optional.empty();
    }
    return switch (target.charAt(0)) {
      case '@' -> Optional.of(naming.user(target.substring(1), Escapes.unescape(label)));
      case '#' -> Optional.of(naming.channel(target.substring(1), Escapes.unescape(label)));
      case '!' -> Optional.of(special(target.substring(1), Escapes.unescape(label)));
      default -> link(target, label);
    };
  }

  private Inline special(String target, String label) {
    String[] parts = target.split("\\^", 4);
    if (parts[0].equals("subteam") && parts.length > 1) {
      return naming.group(parts[1], label);
    }
    if (parts[0].equals("date") && parts.length > 1) {
      return SlackDate.inline(
          parts[1], parts.length > 2 ? parts[2] : "", parts.length > 3 ? parts[3] : "", label);
    }
    if (RANGES.contains(target)) {
      return new Inline.Broadcast(target);
    }
    // what a private channel was called before it was a channel
    return target.equals("group")
        ? new Inline.Broadcast("channel")
        : new Inline.Text(label.isEmpty() ? target : label);
  }

  /** Whether it begins as an address does (RFC 3986, section 3.1). */
  private static boolean hasScheme(String url) {
    int end = 0;
    while (end < url.length() && end < LONGEST_SCHEME && isOfScheme(url.charAt(end), end)) {
      end++;
    }
    return end > 0 && url.startsWith(":", end);
  }

  private static boolean isOfScheme(char c, int at) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (at > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-'));
  }

  private Optional<Inline> link(String url, String label) {
    if (!hasScheme(url)) {
      return Optional.empty();
    }
    List<Inline> shown =
        label.isBlank() ? List.of(new Inline.Text(withoutScheme(url))) : MrkdwnLine.label(label);
    return Optional.of(Links.isHarmless(url) ? new Inline.Link(url, shown) : unlinked(url, label));
  }

  /** An address that is not to be followed is still told, unless it is there to do harm. */
  static Inline unlinked(String url, String label) {
    String words = Escapes.unescape(label);
    if (words.isEmpty() || words.equals(url)) {
      return new Inline.Text(url);
    }
    boolean harmful = HARMFUL.contains(Links.scheme(url));
    return new Inline.Text(harmful ? words : words + " (" + url + ")");
  }

  /** An address as people write it: mail and telephone without their scheme. */
  static String withoutScheme(String url) {
    int colon = url.startsWith("http") ? -1 : url.indexOf(':');
    String scheme = colon < 0 ? "" : Links.scheme(url);
    boolean spoken = scheme.equals("mailto") || scheme.equals("tel");
    return spoken ? url.substring(colon + 1) : url;
  }

  /** Code as it was typed: Slack puts brackets around addresses in it, too. */
  String code(String code) {
    StringBuilder out = new StringBuilder(code.length());
    int from = 0;
    for (int at = code.indexOf('<'); at >= 0; at = code.indexOf('<', Math.max(from, at + 1))) {
      int end = end(code, at);
      Optional<Inline> entity = end < 0 ? Optional.empty() : read(code.substring(at + 1, end));
      if (entity.isPresent()) {
        out.append(Escapes.unescape(code.substring(from, at)))
            .append(new TextRenderer().line(List.of(entity.get())));
        from = end + 1;
      }
    }
    return out.append(Escapes.unescape(code.substring(from))).toString();
  }
}
