package dev.postmortem.document.picture;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Writes a picture as SVG. Its colours and strokes stand in the style sheet of the page. */
public final class Svg {
  /** For a screen or a sheet of paper, and for a phone. */
  private static final double WIDE = 800;

  private static final double NARROW = 340;
  private final UnaryOperator<String> escaped;

  /**
   * A writer.
   *
   * @param escaped makes text mean itself in a page
   */
  public Svg(UnaryOperator<String> escaped) {
    this.escaped = escaped;
  }

  /** The picture for wide and the one for narrow pages; the style sheet shows one of them. */
  public String write(Course course) {
    String told = String.join(" ", Telling.of(course));
    return svg("wide", course, told, Layout.of(course, WIDE))
        + svg("narrow", course, told, Layout.of(course, NARROW));
  }

  private String svg(String name, Course course, String told, Drawing drawing) {
    StringBuilder svg = new StringBuilder(4_096);
    svg.append("<svg class=\"").append(name).append("\" viewBox=\"0 0 ");
    svg.append(number(drawing.width())).append(' ').append(number(drawing.height()));
    svg.append("\" role=\"img\" aria-labelledby=\"").append(name).append("-title ");
    svg.append(name).append("-desc\">\n");
    described(svg, "title", name, "The course of the incident: " + course.title());
    described(svg, "desc", name, told);
    // whoever does not see the picture finds the same links below it
    svg.append("<g aria-hidden=\"true\">\n");
    drawing.shapes().forEach(shape -> shape(svg, shape));
    return svg.append("</g>\n</svg>\n").toString();
  }

  private void described(StringBuilder svg, String element, String name, String words) {
    svg.append('<').append(element).append(" id=\"").append(name).append('-').append(element);
    svg.append("\">").append(escaped.apply(words)).append("</").append(element).append(">\n");
  }

  private void shape(StringBuilder svg, Shape shape) {
    if (shape instanceof Shape.Line line) {
      svg.append("<path class=\"").append(line.style()).append("\" d=\"M");
      svg.append(number(line.x())).append(' ').append(number(line.top())).append('L');
      svg.append(number(line.x2())).append(' ').append(number(line.bottom())).append("\"/>\n");
    } else if (shape instanceof Shape.Area area) {
      rectangle(svg, area.box(), area.style(), 0);
    } else if (shape instanceof Shape.Sign sign) {
      svg.append("<path class=\"sign\" d=\"").append(outline(sign)).append("\"/>\n");
    } else if (shape instanceof Shape.Words words) {
      words(svg, words.left(), words.y(), "", words.words());
    } else if (shape instanceof Shape.Pin pin) {
      pin(svg, pin);
    }
  }

  private void pin(StringBuilder svg, Shape.Pin pin) {
    svg.append("<a href=\"#").append(escaped.apply(pin.anchor()));
    svg.append("\" tabindex=\"-1\"><title>").append(escaped.apply(pin.name()));
    svg.append("</title>");
    rectangle(svg, pin.box(), "pin", Shape.Pin.HEIGHT / 2);
    words(svg, pin.x(), pin.y() + 4, "number", pin.number());
    svg.append("</a>\n");
  }

  private static void rectangle(StringBuilder svg, Box box, String style, double round) {
    svg.append("<rect class=\"").append(style);
    svg.append("\" x=\"").append(number(box.left())).append("\" y=\"").append(number(box.top()));
    svg.append("\" width=\"").append(number(box.right() - box.left()));
    svg.append("\" height=\"").append(number(box.bottom() - box.top()));
    svg.append(round > 0 ? "\" rx=\"" + number(round) + "\"/>\n" : "\"/>\n");
  }

  private void words(StringBuilder svg, double x, double y, String style, String words) {
    svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
    svg.append(style.isEmpty() ? ">" : " class=\"" + style + "\">");
    svg.append(escaped.apply(words)).append("</text>\n");
  }

  /** A triangle, a diamond, a square, a circle. */
  private static String outline(Shape.Sign sign) {
    String to = "M" + number(sign.x()) + " " + number(sign.y());
    return switch (sign.turn()) {
      case STARTED -> to + "m-5-6l11 6l-11 6z";
      case DETECTED -> to + "m0-7l7 7l-7 7l-7-7z";
      case MITIGATED -> to + "m-5.5-5.5h11v11h-11z";
      case RESOLVED -> to + "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z";
    };
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
