package dev.postmortem.document.picture;

import dev.postmortem.document.picture.Course.KeyPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places the key points in a few rows, so that none lies upon another. Where there is no room for
 * one more, it joins the one before.
 */
final class Pins {
  private static final int ROWS = 3;
  private static final double GAP = 2;
  private final List<Group> groups = new ArrayList<>();
  private final double[] taken = new double[ROWS];

  private Pins() {
    Arrays.fill(taken, Double.NEGATIVE_INFINITY);
  }

  /** The key points that the span holds. */
  static Pins of(Course course, Scale scale) {
    Pins pins = new Pins();
    course.keyPoints().stream()
        .filter(point -> scale.span().holds(point.at()))
        .forEach(point -> pins.place(point, scale.x(point.at())));
    return pins;
  }

  private void place(KeyPoint point, double x) {
    for (int row = 0; row < ROWS; row++) {
      if (taken[row] + GAP <= x - Shape.Pin.WIDEST / 2) {
        taken[row] = x + Shape.Pin.WIDEST / 2;
        groups.add(new Group(x, row, point, point));
        return;
      }
    }
    int last = groups.size() - 1;
    groups.set(last, groups.get(last).with(point));
  }

  int rows() {
    return groups.stream().mapToInt(group -> group.row() + 1).max().orElse(0);
  }

  /** The pins, the first row on top. */
  List<Shape.Pin> from(double top, double rowHeight) {
    return groups.stream()
        .map(
            group ->
                new Shape.Pin(
                    group.x(),
                    top + rowHeight * (group.row() + 0.5),
                    group.number(),
                    group.first().anchor(),
                    group.name()))
        .toList();
  }

  private record Group(double x, int row, KeyPoint first, KeyPoint last) {
    /** A number of more than six digits would not fit. */
    private static final int LARGE = 999_999;

    Group with(KeyPoint next) {
      return new Group(x, row, first, next);
    }

    boolean isOne() {
      return first.number() == last.number();
    }

    String number() {
      if (first.number() > LARGE) {
        return "…";
      }
      String range = first.number() + "–" + last.number();
      boolean fits = range.length() <= 7;
      return isOne() ? "" + first.number() : fits ? range : first.number() + "+";
    }

    String name() {
      return isOne()
          ? "Key point " + first.number()
          : "Key points " + first.number() + " to " + last.number();
    }
  }
}
