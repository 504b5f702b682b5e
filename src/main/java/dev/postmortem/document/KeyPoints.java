package dev.postmortem.document;

import java.util.List;

/** The entries of the timeline that are key points, by their number in the picture. */
final class KeyPoints {
  private static final String TAG = "key";

  private KeyPoints() {}

  static List<Document.Line> of(Document document) {
    return document.timeline().stream().filter(KeyPoints::isOne).toList();
  }

  static boolean isOne(Document.Line line) {
    return line.tags().contains(TAG);
  }

  /** The name of the place where the entry stands in the timeline of a page. */
  static String anchor(int number) {
    return "key-" + number;
  }
}
