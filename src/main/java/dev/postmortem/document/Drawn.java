package dev.postmortem.document;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list whose items are made each time they are asked for, so that of a long one only those exist
 * that are being looked at.
 */
final class Drawn<T, R> extends AbstractList<R> implements RandomAccess {
  private final List<T> of;
  private final Function<T, R> item;

  private Drawn(List<T> of, Function<T, R> item) {
    this.of = of;
    this.item = item;
  }

  static <T, R> List<R> from(List<T> of, Function<T, R> item) {
    return new Drawn<>(of, item);
  }

  @Override
  public R get(int i) {
    return item.apply(of.get(i));
  }

  @Override
  public int size() {
    return of.size();
  }
}
