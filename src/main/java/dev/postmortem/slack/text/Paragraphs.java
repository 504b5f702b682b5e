package dev.postmortem.slack.text;

import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Run;
import dev.postmortem.document.Runs;
import java.util.ArrayList;
import java.util.List;

/** Running text as paragraphs: an empty line begins a new one. */
final class Paragraphs {
  private Paragraphs() {}

  static List<Block> of(List<Run> runs) {
    List<Run> normal = Runs.normal(runs);
    return isOneLine(normal) ? line(normal) : lines(normal);
  }

  private static boolean isOneLine(List<Run> runs) {
    for (Run run : runs) {
      if (run.leaf() instanceof Inline.Break) {
        return false;
      }
    }
    return true;
  }

  private static List<Block> line(List<Run> line) {
    return isBlank(line) ? List.of() : List.of(new Block.Paragraph(Runs.nestNormal(line)));
  }

  private static List<Block> lines(List<Run> runs) {
    List<Block> paragraphs = new ArrayList<>();
    List<Run> paragraph = new ArrayList<>();
    List<Run> line = new ArrayList<>();
    for (Run run : runs) {
      if (!(run.leaf() instanceof Inline.Break)) {
        line.add(run);
      } else {
        endLine(line, paragraph, paragraphs);
      }
    }
    endLine(line, paragraph, paragraphs);
    end(paragraph, paragraphs);
    return paragraphs;
  }

  private static void endLine(List<Run> line, List<Run> paragraph, List<Block> into) {
    if (isBlank(line)) {
      end(paragraph, into);
    } else {
      if (!paragraph.isEmpty()) {
        paragraph.add(Run.plain(new Inline.Break()));
      }
      paragraph.addAll(line);
    }
    line.clear();
  }

  private static boolean isBlank(List<Run> line) {
    for (Run run : line) {
      if (!(run.leaf() instanceof Inline.Text text) || !text.text().isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static void end(List<Run> paragraph, List<Block> into) {
    if (!paragraph.isEmpty()) {
      into.add(new Block.Paragraph(Runs.nestNormal(paragraph)));
    }
    paragraph.clear();
  }
}
