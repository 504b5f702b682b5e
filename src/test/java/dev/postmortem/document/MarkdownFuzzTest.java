package dev.postmortem.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Writes random documents of awkward words and has a parser read them back. */
class MarkdownFuzzTest {
  private static final int DOCUMENTS = 4_000;
  private static final String[] AWKWARD = {
    "a",
    "b",
    "word",
    "snake_case",
    "2*3*4",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~~",
    "`",
    "``",
    "```",
    "#",
    "## x",
    "-",
    "- x",
    "+",
    "1.",
    "12)",
    "1. x",
    ">",
    "> x",
    "=",
    "===",
    "---",
    "|",
    "| a |",
    "[",
    "]",
    "](",
    "[x]: y",
    "![",
    "!",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "<?",
    "&",
    "&amp;",
    "&lt;",
    "&#35;",
    "&am",
    "\\",
    "\\*",
    "\\\\",
    ":",
    ":--",
    "    x",
    "\t",
    " ",
    "  ",
    "é",
    "漢字",
    "。",
    "…",
    "“",
    "😀",
    "👩‍🚀",
    "🇩🇪",
    ".",
    ",",
    "(",
    ")",
    "\"",
    "'",
    "$",
    "^",
    "{",
    "}",
    "@",
    "http://a_b_c",
    "www.x.y",
    "C#",
    "0",
    "9",
    "\u00a0",
    "<http://x>",
    "<a@b.c>"
  };

  private final Random random;

  MarkdownFuzzTest() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("MarkdownFuzzTest: -Dseed=" + seed);
    random = new Random(seed);
  }

  @Test
  void whatever_is_written_is_read_back_as_the_same_words() {
    List<Block> shortest = null;
    for (int i = 0; i < DOCUMENTS; i++) {
      List<Block> blocks = blocks(random.nextInt(4));
      boolean shorter =
          shortest == null || blocks.toString().length() < shortest.toString().length();
      if (shorter && !readBack(blocks).equals(ReadBack.blocks(blocks))) {
        shortest = blocks;
      }
    }
    if (shortest != null) {
      assertThat(readBack(shortest))
          .as("of %s%nas %s", shortest, new MarkdownRenderer().render(shortest))
          .isEqualTo(ReadBack.blocks(shortest));
    }
  }

  private static List<String> readBack(List<Block> blocks) {
    return ReadBack.markdown(new MarkdownRenderer().render(blocks));
  }

  private List<Block> blocks(int depth) {
    return some(1, 3, () -> block(depth));
  }

  private Block block(int depth) {
    int kind = random.nextInt(depth == 0 ? 3 : 8);
    return switch (kind) {
      case 0, 1 -> new Block.Paragraph(line());
      case 2 -> new Block.CodeBlock(code());
      case 3 -> new Block.Quote(blocks(depth - 1));
      case 4 -> new Block.Bullets(some(1, 3, () -> blocks(depth - 1)));
      case 5 -> new Block.Numbered(random.nextInt(12), some(1, 3, () -> blocks(depth - 1)));
      case 6 -> new Block.Heading(1 + random.nextInt(3), line());
      default -> new Block.Divider();
    };
  }

  /** Of a line of nothing but spaces in code within a list parsers keep different numbers. */
  private String code() {
    String lineEnd = random.nextBoolean() ? "\n" : " ";
    return "c" + String.join(lineEnd, some(0, 4, () -> "." + word())) + ".";
  }

  /** Lines that begin and end with something to see, as the reader makes them. */
  private List<Inline> line() {
    List<Inline> line = new ArrayList<>();
    do {
      line.clear();
      line.addAll(inlines(2));
    } while (ReadBack.words(line).isBlank()
        || !ReadBack.words(line).strip().equals(ReadBack.words(line))
        || ReadBack.words(line).startsWith("\u00a0"));
    return line;
  }

  private List<Inline> inlines(int depth) {
    return some(1, 5, () -> inline(depth));
  }

  private Inline inline(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 0, 1, 2 -> new Inline.Text(String.join("", some(1, 4, this::word)));
      case 3 -> new Inline.Code(word().isBlank() ? "x" : "y" + word());
      case 4 -> new Inline.Break();
      case 5 ->
          new Inline.Link(
              "https://x.y/a_b(c)?d=<e>&f", List.of(new Inline.Text("l" + word().strip())));
      case 6 -> new Inline.Strong(inlines(depth - 1));
      case 7 -> new Inline.Emphasis(inlines(depth - 1));
      default -> new Inline.Emoji("party_parrot", null);
    };
  }

  private String word() {
    return AWKWARD[random.nextInt(AWKWARD.length)];
  }

  private <T> List<T> some(int least, int most, Supplier<T> one) {
    List<T> all = new ArrayList<>();
    int count = least + random.nextInt(most - least + 1);
    for (int i = 0; i < count; i++) {
      all.add(one.get());
    }
    return all;
  }
}
