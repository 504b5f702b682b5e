package dev.postmortem.review.wording;

/**
 * Words that are advised.
 *
 * @param from the first word
 * @param to the last word
 * @param rest where that begins in the sentence which the advice repeats
 */
record Found(String kind, int from, int to, int rest) {

  /** The same without words that other advice is about. */
  Found notBefore(int free) {
    return new Found(kind, Math.max(from, free), to, rest);
  }
}
