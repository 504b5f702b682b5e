package dev.postmortem.storage.copy;

/**
 * How many rows there are, and a sum over what is in them that does not depend on their order.
 * Tables with the same tally hold the same.
 *
 * @param sum 16 hexadecimal digits twice, the sums of two halves of the rows' SHA-256
 */
public record Tally(long rows, String sum) {
  @Override
  public String toString() {
    return rows + ":" + sum;
  }
}
