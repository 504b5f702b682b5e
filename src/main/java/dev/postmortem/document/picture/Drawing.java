package dev.postmortem.document.picture;

import java.util.List;

/**
 * A picture, laid out.
 *
 * @param shapes in the order in which they are drawn
 */
record Drawing(double width, double height, List<Shape> shapes) {
  Drawing {
    shapes = List.copyOf(shapes);
  }
}
