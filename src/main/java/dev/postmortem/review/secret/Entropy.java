package dev.postmortem.review.secret;

/** How surprising the characters of a text are (Shannon, 1948). */
final class Entropy {
  private static final double LN_2 = Math.log(2);

  private Entropy() {}

  /** Bits a character, 0 for an empty text. */
  static double of(String text) {
    int[] counts = new int[128];
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < counts.length) {
        counts[c]++;
      } else {
        others++;
      }
    }
    double bits = part(others, text.length());
    for (int count : counts) {
      bits += part(count, text.length());
    }
    return bits;
  }

  private static double part(int count, int all) {
    double share = (double) count / all;
    return count == 0 ? 0 : -share * Math.log(share) / LN_2;
  }
}
