package dev.postmortem.document.picture;

/** Where something lies in a picture, in its own units; y grows downwards. */
record Box(double left, double top, double right, double bottom) {
  static Box around(double x, double y, double width, double height) {
    return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
  }

  boolean overlaps(Box other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  boolean isWithin(double width, double height) {
    return left >= 0 && top >= 0 && right <= width && bottom <= height;
  }
}
