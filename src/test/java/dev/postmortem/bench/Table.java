package dev.postmortem.bench;

import java.util.ArrayList;
import java.util.List;

/** A table of text, whose columns are as wide as they need to be. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table row(String... cells) {
    return row(List.of(cells));
  }

  Table row(List<String> cells) {
    rows.add(cells);
    return this;
  }

  /** Prints it: the first column to the left, numbers to the right. */
  void print() {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int i = 0; i < row.size(); i++) {
        String form = "%" + (i == 0 ? "-" : "") + width(i) + "s   ";
        line.append(form.formatted(row.get(i)));
      }
      System.out.println(line.toString().stripTrailing());
    }
    System.out.println();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(1);
  }
}
