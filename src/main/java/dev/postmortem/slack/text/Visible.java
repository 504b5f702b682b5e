package dev.postmortem.slack.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in Slack's markup as a reader sees it: escapes undone, of each link its label. Knows for
 * each visible character where it stands in the markup.
 */
final class Visible {
  private static final List<String> CODES = List.of("&lt;", "&gt;", "&amp;");
  private final String markup;
  private final StringBuilder text = new StringBuilder();
  private final List<Link> links = new ArrayList<>();
  private int[] begins;

  private Visible(String markup) {
    this.markup = markup;
    begins = new int[markup.length() + 1];
  }

  /**
   * A link in the markup.
   *
   * @param start where its bracket opens
   * @param end behind its closing bracket
   * @param bar where its label is parted from its address, the closing bracket when there is no
   *     label
   */
  record Link(int start, int end, int bar) {
    boolean isBare() {
      return bar == end - 1;
    }
  }

  static Visible of(String markup) {
    Visible visible = new Visible(markup);
    if (isPlain(markup)) {
      visible.all();
    } else {
      visible.read(0, markup.length());
    }
    visible.begins[visible.text.length()] = markup.length();
    return visible;
  }

  /** Whether the markup is what it shows. */
  static boolean isPlain(String markup) {
    return markup.indexOf('<') < 0 && markup.indexOf('&') < 0;
  }

  private void all() {
    text.append(markup);
    for (int i = 0; i < begins.length; i++) {
      begins[i] = i;
    }
  }

  private void read(int from, int to) {
    int at = from;
    while (at < to) {
      Link link = markup.charAt(at) == '<' ? link(at) : null;
      if (link != null) {
        links.add(link);
        read(link.isBare() ? link.start() + 1 : link.bar() + 1, link.end() - 1);
        at = link.end();
      } else {
        at = character(at);
      }
    }
  }

  private int character(int at) {
    begins[text.length()] = at;
    String code = code(at);
    if (code.isEmpty()) {
      text.append(markup.charAt(at));
      return at + 1;
    }
    text.append(Escapes.unescape(code));
    return at + code.length();
  }

  /** The escape that stands there, empty for a character that is not escaped. */
  private String code(int at) {
    if (markup.charAt(at) == '&') {
      for (String code : CODES) {
        if (markup.startsWith(code, at)) {
          return code;
        }
      }
    }
    return "";
  }

  /** Only what begins like an address is a link; people, channels and plain brackets are not. */
  private @org.jspecify.annotations.Nullable Link link(int at) {
    int scheme = at + 1;
    while (scheme < markup.length() && Character.isLetterOrDigit(markup.charAt(scheme))) {
      scheme++;
    }
    boolean address = scheme > at + 1 && scheme < markup.length() && markup.charAt(scheme) == ':';
    int end = address ? closing(scheme) : -1;
    if (end < 0) {
      return null;
    }
    int bar = markup.indexOf('|', scheme);
    return new Link(at, end + 1, bar < 0 || bar > end ? end : bar);
  }

  /** Where the bracket closes, -1 when another one opens first. */
  private int closing(int from) {
    for (int at = from; at < markup.length(); at++) {
      char c = markup.charAt(at);
      if (c == '>') {
        return at;
      }
      if (c == '<' || c == '\n') {
        return -1;
      }
    }
    return -1;
  }

  String text() {
    return text.toString();
  }

  List<Link> links() {
    return links;
  }

  /** Where a visible character begins in the markup; the end of the markup for the end. */
  int begin(int visible) {
    return begins[visible];
  }

  /** Where a visible character is over in the markup. */
  int end(int visible) {
    return begins[visible] + Math.max(1, code(begins[visible]).length());
  }
}
