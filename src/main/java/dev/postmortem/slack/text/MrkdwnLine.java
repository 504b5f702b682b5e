package dev.postmortem.slack.text;

import dev.postmortem.document.Inline;
import dev.postmortem.document.Run;
import dev.postmortem.document.Runs;
import dev.postmortem.document.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of mrkdwn, cut into pieces from left to right: code first, since nothing is read within
 * it, then what stands in angle brackets, emoji and the marks of styles; the rest is text.
 */
final class MrkdwnLine {
  private static final int LONGEST_EMOJI = 100;
  private static final String TONE = ":skin-tone-";
  private static final Signs SIGNS = Signs.of("`<:*_~");

  private final String line;
  private final @Nullable Entities entities;
  private final List<StyleMark> marks = new ArrayList<>();
  private final List<Run> pieces = new ArrayList<>();
  private int textStart;
  private int at;

  private MrkdwnLine(String line, @Nullable Entities entities) {
    this.line = line;
    this.entities = entities;
  }

  static List<Run> read(String line, Entities entities) {
    return new MrkdwnLine(line, entities).runs();
  }

  /** The label of a link, in which no other link can stand. */
  static List<Inline> label(String label) {
    return Runs.nest(new MrkdwnLine(label, null).runs());
  }

  private List<Run> runs() {
    boolean codeLeft = true;
    for (at = SIGNS.next(line, 0); at < line.length(); at = SIGNS.next(line, at)) {
      char c = line.charAt(at);
      int end = c == '`' && codeLeft ? codeEnd() : -1;
      codeLeft &= c != '`' || end >= 0 || !opensCode();
      if (end >= 0) {
        piece(new Inline.Code(code(line.substring(at + 1, end))), end + 1);
      } else if (!(c == '<' && entity()) && !(c == ':' && emoji()) && !mark(c)) {
        at++;
      }
    }
    text();
    return StyleMark.apply(marks, pieces);
  }

  private String code(String code) {
    return entities == null ? Escapes.unescape(code) : entities.code(code);
  }

  private boolean opensCode() {
    return !StyleMark.isWord(StyleMark.before(line, at))
        && StyleMark.before(line, at) != '`'
        && !StyleMark.isInvisible(StyleMark.after(line, at))
        && !line.startsWith("```", at);
  }

  /** Where the code that begins here ends: at the last of the next backticks in a row. */
  private int codeEnd() {
    if (!opensCode()) {
      return -1;
    }
    int end = line.indexOf('`', at + 2);
    while (end >= 0 && StyleMark.after(line, end) == '`') {
      end++;
    }
    return end;
  }

  private boolean entity() {
    int end = entities == null ? -1 : Entities.end(line, at);
    Optional<Inline> entity =
        entities == null || end < 0 ? Optional.empty() : entities.read(line.substring(at + 1, end));
    entity.ifPresent(inline -> piece(inline, end + 1));
    return entity.isPresent();
  }

  /** Within a number or a word, as in a time or an address of IPv6, colons are only signs. */
  private boolean emoji() {
    int end = emojiEnd(at);
    if (end < 0 || StyleMark.isWord(StyleMark.before(line, at))) {
      return false;
    }
    int last = toneEnd(end);
    if (StyleMark.isWord(StyleMark.after(line, last))) {
      return false;
    }
    Inline.Emoji emoji = EmojiTable.emoji(line.substring(at + 1, last));
    boolean named = emoji.name().codePoints().anyMatch(Character::isLetter);
    if (emoji.unicode() != null || named) {
      piece(emoji, last + 1);
      return true;
    }
    return false;
  }

  /** The end of the emoji with its skin tone; the given end when it has none. */
  private int toneEnd(int end) {
    int digit = end + 1 + TONE.length();
    boolean toned =
        line.startsWith(TONE, end + 1)
            && line.startsWith(":", digit + 1)
            && EmojiTable.isTone(line.charAt(digit) - '0');
    return toned ? digit + 1 : end;
  }

  private int emojiEnd(int colon) {
    int limit = Math.min(line.length(), colon + LONGEST_EMOJI);
    int end = colon + 1;
    while (end < limit && EmojiTable.isNamed(line.charAt(end))) {
      end++;
    }
    return end < limit && end > colon + 1 && line.charAt(end) == ':' ? end : -1;
  }

  private boolean mark(char c) {
    if (!StyleMark.isMark(c)) {
      return false;
    }
    StyleMark mark = StyleMark.at(line, at, pieces.size() + (textStart < at ? 1 : 0));
    if (!mark.opens() && !mark.closes()) {
      return false;
    }
    piece(new Inline.Text(String.valueOf(c)), at + 1);
    marks.add(mark);
    return true;
  }

  private void piece(Inline inline, int next) {
    text();
    pieces.add(Run.plain(inline));
    at = next;
    textStart = next;
  }

  /** What was passed since the last piece is text. */
  private void text() {
    if (textStart < at) {
      pieces.add(Run.plain(new Inline.Text(Escapes.unescape(line.substring(textStart, at)))));
    }
  }
}
