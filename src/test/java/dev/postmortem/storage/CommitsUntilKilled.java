package dev.postmortem.storage;

import dev.postmortem.draft.Store;

/** A process that keeps numbers, and says each only when it is kept, until somebody ends it. */
final class CommitsUntilKilled {
  private CommitsUntilKilled() {}

  public static void main(String[] arguments) throws Exception {
    Store store = Database.open(arguments[0], "", "").store();
    for (int number = 0; ; number++) {
      String id = "number " + number;
      store.change(records -> records.directory().save(id, "kept"));
      System.out.println(id);
      System.out.flush();
    }
  }
}
