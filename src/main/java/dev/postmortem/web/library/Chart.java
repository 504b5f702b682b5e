package dev.postmortem.web.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers over time, to be drawn and to be read.
 *
 * @param key names its places in the page; lower-case letters
 * @param unit of the numbers, such as hours
 * @param times of which there is a number in each series, in order
 * @param bars whether it is drawn as bars and not as curves
 */
public record Chart(
    String key, String title, String unit, List<String> times, List<Series> series, boolean bars) {
  /** Each has a colour and a kind of line of its own. */
  private static final int MOST_SERIES = 3;

  public Chart {
    times = List.copyOf(times);
    series = List.copyOf(series);
    if (series.size() > MOST_SERIES) {
      throw new IllegalArgumentException(series.size() + " series");
    }
  }

  /**
   * Numbers of one kind.
   *
   * @param values one for each time, null where there is none
   */
  public record Series(String name, List<@Nullable Double> values) {}

  /** A line of the table that says the same. */
  public record Row(String time, List<String> cells) {}

  /** Whether there is anything to see. */
  public boolean isEmpty() {
    return series.stream().allMatch(one -> one.values().stream().allMatch(it -> it == null))
        || highest() == 0;
  }

  double highest() {
    double highest = 0;
    for (Series one : series) {
      for (Double value : one.values()) {
        highest = Math.max(highest, value == null ? 0 : value);
      }
    }
    return highest;
  }

  /** The same as words; a time of which nothing is known is left out. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      List<String> cells = new ArrayList<>();
      for (Series one : series) {
        Double value = one.values().get(i);
        cells.add(value == null ? "–" : number(value));
      }
      if (cells.stream().anyMatch(cell -> !cell.equals("–") && !cell.equals("0"))) {
        rows.add(new Row(times.get(i), cells));
      }
    }
    return rows;
  }

  /** With a digit behind the point where that says something. */
  static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
  }
}
