package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Run;
import dev.postmortem.document.Runs;
import dev.postmortem.document.TextRenderer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts blocks into pieces that are short enough for one block of Slack's. It cuts the tree and not
 * its written form, so that no code, link or escape is ever cut in two.
 */
final class Pieces {
  /** Few names of emoji are longer. */
  private static final int EMOJI = 25;

  private final int most;

  /**
   * @param most how much a piece may weigh, see {@link #weight}
   */
  Pieces(int most) {
    this.most = most;
  }

  /**
   * What Slack counts of elements or blocks: all their texts and addresses, escaped, and emoji by
   * their names.
   */
  static int weight(JsonNode json) {
    if (json.isTextual()) {
      return weight(json.textValue());
    }
    int weight = 0;
    for (JsonNode inner : json) {
      weight += weight(inner);
    }
    return weight;
  }

  private static int weight(String text) {
    return text.codePoints().map(Pieces::weight).sum();
  }

  private static int weight(int c) {
    return switch (c) {
      case '&' -> "&amp;".length();
      case '<', '>' -> "&lt;".length();
      default -> Character.getType(c) == Character.OTHER_SYMBOL ? EMOJI : Character.charCount(c);
    };
  }

  private static int weight(Block block) {
    return weight(new RichTextElements(false).write(List.of(block)));
  }

  List<Block> of(List<Block> blocks) {
    List<Block> pieces = new ArrayList<>();
    blocks.forEach(block -> pieces.addAll(of(block)));
    return pieces;
  }

  private List<Block> of(Block block) {
    if (weight(block) <= most) {
      return List.of(block);
    }
    return block.accept(new Cutter());
  }

  private final class Cutter implements Block.Visitor<List<Block>> {

    @Override
    public List<Block> heading(Block.Heading it) {
      return paragraph(new Block.Paragraph(it.of()));
    }

    @Override
    public List<Block> paragraph(Block.Paragraph it) {
      List<Block> pieces = new ArrayList<>();
      List<Run> piece = new ArrayList<>();
      for (Run run : Runs.flatten(it.of())) {
        for (Run part : parts(run)) {
          piece.add(part);
          if (piece.size() > 1 && weight(new Block.Paragraph(Runs.nest(piece))) > most) {
            piece.remove(piece.size() - 1);
            pieces.add(new Block.Paragraph(Runs.nest(piece)));
            piece.clear();
            piece.add(part);
          }
        }
      }
      pieces.add(new Block.Paragraph(Runs.nest(piece)));
      return pieces;
    }

    /** Only texts can be cut; what is too long and no text becomes one. */
    private List<Run> parts(Run run) {
      if (weight(new Block.Paragraph(List.of(run.leaf()))) <= most / 2) {
        return List.of(run);
      }
      return texts(new TextRenderer().line(List.of(run.leaf()))).stream()
          .map(text -> new Run(run.styles(), new Inline.Text(text)))
          .toList();
    }

    /** Texts that weigh little even if every character had to be escaped. */
    private List<String> texts(String text) {
      List<String> texts = new ArrayList<>();
      String rest = text;
      while (!rest.isEmpty()) {
        int end = Clip.end(rest, most / EMOJI);
        texts.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      return texts;
    }

    @Override
    public List<Block> codeBlock(Block.CodeBlock it) {
      List<Block> pieces = new ArrayList<>();
      StringBuilder piece = new StringBuilder();
      for (String line : it.text().split("(?<=\n)", -1)) {
        for (String part : texts(line)) {
          if (weight(Inert.text(piece + part)) > most - 100) {
            pieces.add(new Block.CodeBlock(piece.toString().stripTrailing()));
            piece.setLength(0);
          }
          piece.append(part);
        }
      }
      pieces.add(new Block.CodeBlock(piece.toString()));
      return pieces;
    }

    @Override
    public List<Block> quote(Block.Quote it) {
      List<Block> pieces = new ArrayList<>();
      Pieces.this.of(it.of()).forEach(piece -> pieces.add(new Block.Quote(List.of(piece))));
      return pieces;
    }

    @Override
    public List<Block> bullets(Block.Bullets it) {
      List<Block> pieces = new ArrayList<>();
      it.items().forEach(item -> pieces.addAll(item(item, new Block.Bullets(List.of(item)))));
      return pieces;
    }

    @Override
    public List<Block> numbered(Block.Numbered it) {
      List<Block> pieces = new ArrayList<>();
      int number = it.start();
      for (List<Block> item : it.items()) {
        pieces.addAll(item(item, new Block.Numbered(number++, List.of(item))));
      }
      return pieces;
    }

    /** A point of its own; one that is too long goes on without its mark. */
    private List<Block> item(List<Block> item, Block alone) {
      return weight(alone) <= most ? List.of(alone) : Pieces.this.of(item);
    }

    @Override
    public List<Block> picture(Block.Picture it) {
      return paragraph(new Block.Paragraph(List.of(new Inline.Text(it.alt()))));
    }

    @Override
    public List<Block> divider(Block.Divider it) {
      return List.of(it);
    }
  }
}
