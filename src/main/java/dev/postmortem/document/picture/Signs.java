package dev.postmortem.document.picture;

import dev.postmortem.document.picture.Course.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Places the signs of the turns; those that are close together lie below each other. */
final class Signs {
  private static final double ROW = Shape.Sign.SIZE + 4;

  private Signs() {}

  /** The signs that the span holds, beginning at this height. */
  static List<Shape.Sign> of(Course course, Scale scale, double top) {
    List<Shape.Sign> signs = new ArrayList<>();
    for (Course.Mark mark : course.marks()) {
      Instant at = mark.at();
      if (at != null && scale.span().holds(at)) {
        signs.add(free(signs, scale.x(at), top + ROW / 2, mark.turn()));
      }
    }
    return signs;
  }

  private static Shape.Sign free(List<Shape.Sign> signs, double x, double top, Turn turn) {
    Shape.Sign sign = new Shape.Sign(x, top, turn);
    boolean taken = signs.stream().anyMatch(other -> other.box().overlaps(sign.box()));
    return taken ? free(signs, x, top + ROW, turn) : sign;
  }

  /** Where the last row ends. */
  static double bottom(List<Shape.Sign> signs, double top) {
    return signs.stream().mapToDouble(sign -> sign.y() + ROW / 2).max().orElse(top);
  }
}
