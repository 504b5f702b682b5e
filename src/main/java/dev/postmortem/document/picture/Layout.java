package dev.postmortem.document.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Lays out a picture from top to bottom: what it means, the turns, the key points, the bars. */
final class Layout {
  private static final double EDGE = 30;
  private static final double GAP = 8;
  private static final double BARS = 80;
  private final Course course;
  private final double width;
  private final Scale scale;
  private final Busyness busyness;
  private final List<Shape> shapes = new ArrayList<>();

  private Layout(Course course, double width) {
    this.course = course;
    this.width = width;
    Span span = Span.of(course);
    this.scale = new Scale(span, EDGE, width - EDGE);
    this.busyness = Busyness.of(course, span);
  }

  static Drawing of(Course course, double width) {
    return new Layout(course, width).drawing();
  }

  private Drawing drawing() {
    Legend legend = Legend.of(course, scale.span(), busyness, width);
    double top = legend.height() + GAP;
    List<Shape.Sign> signs = Signs.of(course, scale, top);
    double bottomOfSigns = Signs.bottom(signs, top) + GAP / 2;
    Pins pins = Pins.of(course, scale);
    double rowHeight = Shape.Pin.HEIGHT + 2;
    double bottomOfPins = bottomOfSigns + pins.rows() * rowHeight;
    double axis = bottomOfPins + GAP / 2 + BARS;
    List<Shape.Pin> placed = pins.from(bottomOfSigns, rowHeight);
    span(top, axis);
    bars(axis);
    placed.forEach(pin -> shapes.add(new Shape.Line(pin.x(), pin.y(), pin.x(), axis, "stem")));
    signs.forEach(sign -> shapes.add(line(sign, axis)));
    shapes.addAll(Axis.of(course, scale, width, axis));
    shapes.addAll(legend.shapes());
    shapes.addAll(signs);
    shapes.addAll(placed);
    return new Drawing(width, axis + Axis.HEIGHT, shapes);
  }

  private static Shape line(Shape.Sign sign, double axis) {
    String style = sign.turn().name().toLowerCase(Locale.ROOT);
    return new Shape.Line(sign.x(), sign.y(), sign.x(), axis, style);
  }

  /** From the start to the end, as far as both are known. */
  private void span(double top, double axis) {
    List<Double> edges =
        course.marks().stream()
            .filter(
                mark -> mark.turn() == Course.Turn.STARTED || mark.turn() == Course.Turn.RESOLVED)
            .map(Course.Mark::at)
            .filter(Objects::nonNull)
            .map(scale::x)
            .sorted()
            .toList();
    if (edges.size() == 2) {
      shapes.add(new Shape.Area(new Box(edges.get(0), top, edges.get(1), axis), "span"));
    }
  }

  private void bars(double axis) {
    int most = busyness.most();
    for (int i = 0; i < busyness.counts().size(); i++) {
      int count = busyness.counts().get(i);
      if (count > 0) {
        double height = Math.max(2, BARS * count / most);
        double left = scale.x(busyness.begins(i));
        double right = Math.max(left + 1, scale.x(busyness.begins(i + 1)) - 1);
        shapes.add(new Shape.Area(new Box(left, axis - height, right, axis), "bar"));
      }
    }
  }
}
