package dev.postmortem.review.wording;

import dev.postmortem.review.wording.Token.Sort;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text as words and sentences. */
final class Words {
  private static final int REST = 120;

  private final String text;
  private final List<Token> tokens;
  private final Lexicon lexicon;

  /** What people of this incident are called, in lower case. */
  private final Set<String> names;

  Words(String text, Lexicon lexicon, Set<String> names) {
    this.text = text;
    this.tokens = Tokenizer.tokens(text);
    this.lexicon = lexicon;
    this.names = names;
  }

  int size() {
    return tokens.size();
  }

  /** The token at a place; beyond both ends of the text there is nothing. */
  Token at(int index) {
    return index < 0 || index >= tokens.size() ? Token.NOTHING : tokens.get(index);
  }

  /** Whether the word at a place is of this part. */
  boolean is(int index, Part part) {
    return lexicon.has(part, at(index).word());
  }

  boolean has(Part part, String word) {
    return lexicon.has(part, word);
  }

  /** Whether a word names a person for certain: by what they do, by a mention, or by name. */
  boolean isPerson(String word) {
    return lexicon.has(Part.PERSON, word) || names.contains(word) || isMention(word);
  }

  /** Whether something is called this way, by a word with a capital letter that is no plain one. */
  boolean isNamed(int index) {
    return at(index).capital() && lexicon.isUnknown(at(index).word());
  }

  private static boolean isMention(String word) {
    return word.length() > 1
        && word.charAt(0) == '@'
        && !Set.of("@here", "@channel", "@everyone").contains(word);
  }

  /** Whether a quotation begins or ends at a place. */
  boolean isQuote(int index) {
    Token token = at(index);
    return token.sort() == Token.Sort.BREAK
        && token.end() > token.start()
        && "\"“”«»".indexOf(text.charAt(token.start())) >= 0;
  }

  /** The text from one token to another, both included. */
  String text(int from, int to) {
    return text.substring(at(from).start(), at(to).end());
  }

  /** What follows in the sentence, shortened when it is long. */
  String rest(int from) {
    if (at(from).sort() == Sort.END) {
      return "";
    }
    int start = at(from).start();
    int to = from;
    while (at(to + 1).sort() != Sort.END && at(to + 1).end() - start <= REST) {
      to++;
    }
    String rest = text.substring(start, Math.min(at(to).end(), start + REST)).strip();
    return at(to + 1).sort() == Sort.END ? rest : rest + " …";
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
