package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Clean;
import dev.postmortem.document.TextRenderer;
import java.util.ArrayList;
import java.util.List;

/** Reads a table as lines of fixed width, since only those keep their columns in every form. */
final class TableReader {
  private static final int WIDEST = 40;

  private final RichTextReader richText;

  TableReader(RichTextReader richText) {
    this.richText = richText;
  }

  List<Block> read(JsonNode block) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : Json.list(block, "rows")) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(words(cell)));
      rows.add(cells);
    }
    List<Integer> widths = widths(rows);
    List<String> lines = rows.stream().map(row -> line(row, widths)).toList();
    return lines.isEmpty() ? List.of() : List.of(new Block.CodeBlock(String.join("\n", lines)));
  }

  /** The words of a cell on one line. */
  private String words(JsonNode cell) {
    String words =
        Json.type(cell).equals("rich_text")
            ? new TextRenderer().words(richText.read(cell))
            : Json.text(cell, "text");
    return Clean.text(words).replaceAll("\\s+", " ").strip();
  }

  private static List<Integer> widths(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        int width = row.get(i).codePointCount(0, row.get(i).length());
        widths.set(i, Math.max(widths.get(i), Math.min(WIDEST, width)));
      }
    }
    return widths;
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      int missing = widths.get(i) - cell.codePointCount(0, cell.length());
      line.append(i == 0 ? "" : " | ").append(cell).append(" ".repeat(Math.max(0, missing)));
    }
    return line.toString().stripTrailing();
  }
}
