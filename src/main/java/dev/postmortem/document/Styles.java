package dev.postmortem.document;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The styles of a stretch of text. There are eight such sets and each exists once, so that the
 * stretches of a hundred thousand messages share them.
 */
public final class Styles implements Iterable<Style> {
  private static final Style[] STYLES = Style.values();
  private static final Styles[] ALL =
      IntStream.range(0, 1 << STYLES.length).mapToObj(Styles::new).toArray(Styles[]::new);

  /** No style at all. */
  public static final Styles NONE = ALL[0];

  private final int bits;
  private final List<Style> list;

  private Styles(int bits) {
    this.bits = bits;
    this.list = Arrays.stream(STYLES).filter(style -> (bits & bit(style)) != 0).toList();
  }

  private static int bit(Style style) {
    return 1 << style.depth();
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  public boolean contains(Style style) {
    return (bits & bit(style)) != 0;
  }

  /** These and one more. */
  public Styles with(Style style) {
    return ALL[bits | bit(style)];
  }

  /** These but for one. */
  public Styles without(Style style) {
    return ALL[bits & ~bit(style)];
  }

  /** Those that the others have too. */
  Styles shared(Styles others) {
    return ALL[bits & others.bits];
  }

  /** The first style that is not one of the outermost so many, null when there is none. */
  @Nullable Style within(int outermost) {
    int rest = bits >>> outermost;
    return rest == 0 ? null : STYLES[outermost + Integer.numberOfTrailingZeros(rest)];
  }

  /** The outermost first. */
  @Override
  public Iterator<Style> iterator() {
    return list.iterator();
  }

  @Override
  public String toString() {
    return list.toString();
  }
}
