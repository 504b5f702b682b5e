package dev.postmortem.storage.column;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Several values of which a column has one. Their number is filled up to a power of two by
 * repeating the last, so that there are few different statements, and both databases keep them
 * prepared.
 */
public final class AnyOf {
  private AnyOf() {}

  /** The values, at least one, filled up. */
  public static <T> List<T> values(Collection<T> some) {
    List<T> all = new ArrayList<>(some);
    int size = all.size();
    int full = size == 1 ? 1 : Integer.highestOneBit(size - 1) * 2;
    while (all.size() < full) {
      all.add(all.get(size - 1));
    }
    return all;
  }

  /** The right side of {@code in} for so many values. */
  public static String places(int size) {
    return "(?" + ", ?".repeat(size - 1) + ")";
  }
}
