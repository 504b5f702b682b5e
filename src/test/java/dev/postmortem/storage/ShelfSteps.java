package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.catalog.Shelf.Care;
import java.util.OptionalLong;

/** Goes along a shelf, step by step. */
final class ShelfSteps {
  private ShelfSteps() {}

  /** Takes in everything. */
  static void all(Shelf shelf) {
    go(shelf, Care.ALL);
  }

  /** Takes in what is new. */
  static void fresh(Shelf shelf) {
    go(shelf, Care.UNREAD);
    go(shelf, Care.NEW);
  }

  private static void go(Shelf shelf, Care care) {
    int steps = 0;
    OptionalLong next = OptionalLong.of(Shelf.BEGINNING);
    while (next.isPresent()) {
      assertThat(++steps).as("it comes to an end").isLessThan(100);
      next = shelf.keepUp(care, next.getAsLong()).next();
    }
  }
}
