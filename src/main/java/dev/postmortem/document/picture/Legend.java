package dev.postmortem.document.picture;

import dev.postmortem.document.picture.Course.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says at the head of the picture what its signs, bars and numbers mean; it wraps like text. */
final class Legend {
  private static final double EDGE = 8;
  private static final double ROW = 20;
  private static final double GAP = 22;
  private static final double BASELINE = 14;
  private final List<Shape> shapes = new ArrayList<>();
  private final double width;
  private double x = EDGE;
  private double top;

  private Legend(double width) {
    this.width = width;
  }

  static Legend of(Course course, Span span, Busyness busyness, double width) {
    Legend legend = new Legend(width);
    for (Mark mark : course.marks()) {
      legend.mark(mark, isDrawn(mark, span), words(mark, course, span));
    }
    legend.words(busy(busyness));
    if (!course.keyPoints().isEmpty()) {
      legend.words("Numbers: key points");
    }
    return legend;
  }

  private static String words(Mark mark, Course course, Span span) {
    Instant at = mark.at();
    if (at == null) {
      return mark.turn().word()
          + (mark.turn() == Course.Turn.RESOLVED ? ": not yet" : ": not recorded");
    }
    return span.holds(at)
        ? mark.turn().word()
            + " "
            + new Clockwork(course.zone()).within(span, at)
            + (mark.source().isEmpty() ? "" : " (derived)")
        : mark.turn().word() + ": not drawn";
  }

  private static String busy(Busyness busyness) {
    return String.format(
        Locale.ENGLISH,
        "Bars: messages per %s, at most %,d",
        Telling.length(busyness.step()),
        busyness.most());
  }

  private static boolean isDrawn(Mark mark, Span span) {
    Instant at = mark.at();
    return at != null && span.holds(at);
  }

  private void mark(Mark mark, boolean drawn, String words) {
    double sign = drawn ? Shape.Sign.SIZE + 4 : 0;
    wrap(sign + Shape.Words.width(words));
    if (sign > 0) {
      shapes.add(new Shape.Sign(x + Shape.Sign.SIZE / 2, top + ROW / 2, mark.turn()));
    }
    place(sign, words);
  }

  private void words(String words) {
    wrap(Shape.Words.width(words));
    place(0, words);
  }

  private void wrap(double needed) {
    if (x > EDGE && x + needed > width - EDGE) {
      x = EDGE;
      top += ROW;
    }
  }

  private void place(double indent, String words) {
    shapes.add(new Shape.Words(x + indent, top + BASELINE, words));
    x += indent + Shape.Words.width(words) + GAP;
  }

  double height() {
    return top + ROW;
  }

  List<Shape> shapes() {
    return List.copyOf(shapes);
  }
}
