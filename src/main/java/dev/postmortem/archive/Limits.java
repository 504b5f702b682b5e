package dev.postmortem.archive;

/**
 * How much is read before an archive is held for a trap. All sizes are in bytes, unpacked.
 *
 * @param files how many a zip may hold
 * @param message the longest message
 * @param file the longest file
 * @param all all files together
 * @param ratio how many times its packed size a file may have once it is longer than {@code free}
 */
record Limits(int files, long message, long file, long all, int ratio, long free) {
  private static final long MB = 1024L * 1024;

  /** Text packs to a tenth, the same alert over and over to a hundredth; a trap to a thousandth. */
  static final Limits USUAL = new Limits(500_000, 16 * MB, 512 * MB, 4096 * MB, 200, MB);
}
