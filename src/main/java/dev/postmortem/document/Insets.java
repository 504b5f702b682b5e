package dev.postmortem.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The data of pictures, kept out of the text of a page until all of that is written: a page is
 * joined of its parts many times over, and each time megabytes would be copied.
 */
final class Insets {
  /** No text that was escaped holds a control character, so nobody else can write this. */
  private static final String MARK = "\u0001";

  private static final Pattern AT_MARKS = Pattern.compile(MARK);
  private final List<String> data = new ArrayList<>();
  private int room;

  /**
   * @param room how many letters fit in altogether
   */
  Insets(int room) {
    this.room = room;
  }

  boolean hasRoomFor(String picture) {
    return picture.length() <= room;
  }

  /** Takes the data in; answers what stands in their place until then. */
  String take(String picture) {
    room -= picture.length();
    data.add(picture);
    return MARK + (data.size() - 1) + MARK;
  }

  /** The text with the data in their places. */
  String fill(String text) {
    if (data.isEmpty()) {
      return text;
    }
    return String.join("", pieces(text));
  }

  /** The same in UTF-8. */
  byte[] bytes(String text) {
    List<byte[]> pieces = new ArrayList<>();
    pieces(text).forEach(piece -> pieces.add(piece.getBytes(StandardCharsets.UTF_8)));
    ByteBuffer all = ByteBuffer.allocate(pieces.stream().mapToInt(piece -> piece.length).sum());
    pieces.forEach(all::put);
    return all.array();
  }

  /** Every second piece is a place of data. */
  private List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>(List.of(AT_MARKS.split(text, -1)));
    for (int i = 1; i < pieces.size(); i += 2) {
      pieces.set(i, data.get(Integer.parseInt(pieces.get(i))));
    }
    return pieces;
  }
}
