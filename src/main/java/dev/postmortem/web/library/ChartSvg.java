package dev.postmortem.web.library;

import dev.postmortem.web.library.Chart.Series;
import java.util.Locale;

/**
 * Draws a chart. Its colours stand in the style sheet, and curves differ by their strokes too. The
 * words in it are this house's own; whoever does not see it reads the table beside it.
 */
final class ChartSvg {
  private static final String[] NAMES = {"one", "two", "three"};
  private static final int WIDTH = 560;
  private static final int HEIGHT = 230;
  private static final int LEFT = 46;
  private static final int TOP = 14;
  private static final int BOTTOM = 198;
  private static final int MOST_LABELS = 7;
  private static final int STEPS = 4;

  private final Chart chart;
  private final StringBuilder svg = new StringBuilder(2_048);
  private final double top;

  private ChartSvg(Chart chart) {
    this.chart = chart;
    this.top = ceiling(chart.highest());
  }

  static String of(Chart chart) {
    return new ChartSvg(chart).drawn();
  }

  private String drawn() {
    svg.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT);
    svg.append("\" role=\"img\" aria-labelledby=\"").append(chart.key()).append("\">\n");
    grid();
    labels();
    for (int i = 0; i < chart.series().size(); i++) {
      if (chart.bars()) {
        bars(chart.series().get(i));
      } else {
        curve(chart.series().get(i), NAMES[i]);
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private void grid() {
    for (int step = 0; step <= STEPS; step++) {
      double value = top * step / STEPS;
      String y = number(y(value));
      svg.append("<path class=\"").append(step == 0 ? "axis" : "grid");
      svg.append("\" d=\"M").append(LEFT).append(' ').append(y).append('H').append(WIDTH);
      svg.append("\"/>\n");
      words(LEFT - 6, y(value) + 4, "end", Chart.number(value));
    }
  }

  /** As many times as have room beneath. */
  private void labels() {
    int all = chart.times().size();
    int every = Math.max(1, (all + MOST_LABELS - 1) / MOST_LABELS);
    for (int i = all - 1; i >= 0; i -= every) {
      words(x(i), BOTTOM + 20, "middle", chart.times().get(i));
    }
  }

  private void words(double x, double y, String style, String words) {
    svg.append("<text class=\"").append(style).append("\" x=\"").append(number(x));
    svg.append("\" y=\"").append(number(y)).append("\">").append(words).append("</text>\n");
  }

  private void bars(Series series) {
    double width = Math.min(40, step() * 0.7);
    for (int i = 0; i < series.values().size(); i++) {
      Double value = series.values().get(i);
      if (value != null && value > 0) {
        svg.append("<rect class=\"first\" x=\"").append(number(x(i) - width / 2));
        svg.append("\" y=\"").append(number(y(value))).append("\" width=\"");
        svg.append(number(width)).append("\" height=\"").append(number(BOTTOM - y(value)));
        svg.append("\"/>\n");
      }
    }
  }

  /** Where nothing is known the curve goes on to the next number that is. */
  private void curve(Series series, String name) {
    StringBuilder path = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < series.values().size(); i++) {
      Double value = series.values().get(i);
      if (value != null) {
        String at = number(x(i)) + " " + number(y(value));
        path.append(path.length() == 0 ? "M" : "L").append(at);
        dots.append("<circle class=\"dot ").append(name).append("\" cx=\"");
        dots.append(at.replace(" ", "\" cy=\"")).append("\" r=\"4\"/>\n");
      }
    }
    if (path.length() > 0) {
      svg.append("<path class=\"curve ").append(name).append("\" d=\"").append(path);
      svg.append("\"/>\n").append(dots);
    }
  }

  private double step() {
    return (double) (WIDTH - LEFT) / chart.times().size();
  }

  private double x(int time) {
    return LEFT + step() * (time + 0.5);
  }

  private double y(double value) {
    return BOTTOM - value / top * (BOTTOM - TOP);
  }

  /** The next higher number of which a quarter is easily read. */
  private static double ceiling(double highest) {
    double power = 4;
    while (power < highest) {
      power *= 10;
    }
    for (double part : new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8}) {
      boolean whole = power * part >= STEPS;
      if (whole && power * part >= highest) {
        return power * part;
      }
    }
    return power;
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
