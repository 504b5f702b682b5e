package dev.postmortem.document;

/** The room that a page has for the data of pictures. */
final class Insets {
  private int room;

  /**
   * @param room how many letters fit in altogether
   */
  Insets(int room) {
    this.room = room;
  }

  /** Whether the data still fit in; their room is taken then. */
  boolean take(String picture) {
    boolean fits = picture.length() <= room;
    room -= fits ? picture.length() : 0;
    return fits;
  }
}
