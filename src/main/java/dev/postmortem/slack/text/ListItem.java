package dev.postmortem.slack.text;

import dev.postmortem.document.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * A point of a list as Slack keeps it: in a flat row, with how far it is indented.
 *
 * @param number what an ordered list would count it as
 */
record ListItem(int indent, boolean ordered, int number, List<Block> words) {
  /** Slack indents no further. */
  static final int DEEPEST = 8;

  /** The lists that a row of points makes. */
  static List<Block> tree(List<ListItem> items) {
    List<Block> lists = new ArrayList<>();
    int from = 0;
    while (from < items.size()) {
      int to = endOfList(items, from);
      lists.add(list(items.subList(from, to)));
      from = to;
    }
    return lists;
  }

  /** A list goes on until a point stands further out, or is counted in another way. */
  private static int endOfList(List<ListItem> items, int from) {
    ListItem last = items.get(from);
    int indent = last.indent();
    int to = from + 1;
    while (to < items.size()) {
      ListItem item = items.get(to);
      if (item.indent() < indent || (item.indent() == indent && !item.continues(last))) {
        break;
      }
      last = item.indent() == indent ? item : last;
      to++;
    }
    return to;
  }

  private boolean continues(ListItem before) {
    return ordered == before.ordered && (!ordered || number == before.number + 1);
  }

  private static Block list(List<ListItem> items) {
    ListItem first = items.get(0);
    List<List<Block>> points = new ArrayList<>();
    int from = 0;
    while (from < items.size()) {
      int to = from + 1;
      while (to < items.size() && items.get(to).indent() > first.indent()) {
        to++;
      }
      List<Block> point = new ArrayList<>(items.get(from).words());
      point.addAll(tree(items.subList(from + 1, to)));
      points.add(point);
      from = to;
    }
    return first.ordered() ? new Block.Numbered(first.number(), points) : new Block.Bullets(points);
  }
}
