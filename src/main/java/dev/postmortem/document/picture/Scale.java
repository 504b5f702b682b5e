package dev.postmortem.document.picture;

import java.time.Instant;

/** Where moments lie between the left and the right edge of a picture. */
record Scale(Span span, double left, double right) {
  double x(long second) {
    double part = (second - span.from()) / (double) span.length();
    return left + Math.min(1, Math.max(0, part)) * (right - left);
  }

  double x(Instant at) {
    return x(at.getEpochSecond());
  }

  double width() {
    return right - left;
  }
}
