package dev.postmortem.document.picture;

import java.util.ArrayList;
import java.util.List;

/** The line of time with its ticks, and beneath it the days. A name without room is left out. */
final class Axis {
  /** How much it takes below its line. */
  static final double HEIGHT = 44;

  private static final double TICK = 5;
  private static final double NAMES = 19;
  private static final double DAYS = 36;
  private static final double APART = 72;
  private static final double GAP = 6;
  private final Scale scale;
  private final double width;
  private final double y;
  private final Clockwork clock;
  private final List<Shape> shapes = new ArrayList<>();

  private Axis(Course course, Scale scale, double width, double y) {
    this.scale = scale;
    this.width = width;
    this.y = y;
    this.clock = new Clockwork(course.zone());
  }

  /**
   * Lays it out.
   *
   * @param width of the whole picture
   * @param y where the line lies
   */
  static List<Shape> of(Course course, Scale scale, double width, double y) {
    Axis axis = new Axis(course, scale, width, y);
    axis.shapes.add(new Shape.Line(scale.left(), y, scale.right(), y, "axis"));
    long step = Steps.atLeast(scale.span().length() * APART / scale.width());
    axis.ticks(step);
    if (step < Steps.DAY) {
      axis.days();
    } else {
      axis.years(step);
    }
    return axis.shapes;
  }

  private void ticks(long step) {
    double free = 0;
    for (long tick : clock.ticks(scale.span(), step)) {
      double x = scale.x(tick);
      shapes.add(new Shape.Line(x, y, x, y + TICK, "axis"));
      String name = clock.tick(tick, step);
      double half = Shape.Words.width(name) / 2;
      free = name(Math.min(Math.max(x, half), width - half) - half, y + NAMES, name, free);
    }
  }

  /** The first day, each midnight, and the zone wherever its name changes. */
  private void days() {
    long from = scale.span().from();
    String zone = zone(from);
    double free = name(2, y + DAYS, clock.day(from, true) + ", " + zone, 0);
    for (long change : clock.changes(scale.span())) {
      double x = scale.x(change);
      shapes.add(new Shape.Line(x, y - TICK, x, y + TICK, "day"));
      String now = zone(change);
      String name = clock.day(change, false) + (now.equals(zone) ? "" : ", " + now);
      double next = name(x, y + DAYS, name, free);
      zone = next > free ? now : zone;
      free = next;
    }
  }

  private String zone(long second) {
    return clock.zoneName(java.time.Instant.ofEpochSecond(second));
  }

  /** Days are enough to know the day by; what they leave open is the year. */
  private void years(long step) {
    String from = clock.year(scale.span().from());
    String to = clock.year(scale.span().to());
    if (step < 28 * Steps.DAY) {
      name(2, y + DAYS, from.equals(to) ? from : from + "–" + to, 0);
    }
  }

  /** Answers from where on there is room after it. */
  private double name(double left, double baseline, String name, double free) {
    Shape.Words words = new Shape.Words(left, baseline, name);
    if (left < free || words.box().right() > width) {
      return free;
    }
    shapes.add(words);
    return words.box().right() + GAP;
  }
}
