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
    text.append(Escapes.unescape(code));
    return at + code.length();
  }

  /** The character that stands there, escaped or not. */
  private String code(int at) {
    if (markup.charAt(at) == '&') {
      for (String code : CODES) {
        if (markup.startsWith(code, at)) {
          return code;
        }
      }
    }
    return markup.substring(at, at + 1);
  }

  /** Only what begins like an address is a link; people, channels and plain brackets are not. */
  private @org.jspecify.annotations.Nullable Link link(int at) {
    int scheme = at + 1;
    while (scheme < markup.length() && Character.isLetterOrDigit(markup.charAt(scheme))) {
      scheme++;
    }
    boolean address = scheme > at + 1 && scheme < markup.length() && markup.charAt(scheme) == ':';
    int end = address ? markup.indexOf('>', scheme) : -1;
    if (end < 0 || markup.substring(scheme, end).matches("(?s).*[<\\n].*")) {
      return null;
    }
    int bar = markup.indexOf('|', scheme);
    return new Link(at, end + 1, bar < 0 || bar > end ? end : bar);
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
    return begins[visible] + code(begins[visible]).length();
  }
}
