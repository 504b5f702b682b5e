package dev.postmortem.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The channels of an export, found by what people call them. */
record Rooms(List<Room> all) {
  private static final int NAMED = 12;

  /**
   * The channel of this name or id, with or without {@code #}, in any case.
   *
   * @throws Unusable naming those that there are, the nearest first
   */
  Room named(String typed) throws Unusable {
    String name = typed.strip().replaceFirst("^#", "");
    return first(room -> room.name().equals(name))
        .or(() -> first(room -> room.id().equals(name)))
        .or(() -> first(room -> room.name().equalsIgnoreCase(name)))
        .orElseThrow(() -> unknown(name));
  }

  private Optional<Room> first(Predicate<Room> wanted) {
    return all.stream().filter(wanted).findFirst();
  }

  private Unusable unknown(String name) {
    String shown = Faults.printable(name);
    List<String> near = new ArrayList<>(all.stream().map(Room::name).toList());
    near.sort(Comparator.<String>comparingInt(it -> distance(it, name)).thenComparing(it -> it));
    String more = near.size() > NAMED ? " and " + (near.size() - NAMED) + " more" : "";
    return new Unusable(
        "There is no channel “"
            + shown
            + "” in this export. It has "
            + near.stream().limit(NAMED).map(Faults::printable).collect(Collectors.joining(", "))
            + more
            + ".");
  }

  /** How many letters have to be changed, added or left out (Levenshtein). */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
