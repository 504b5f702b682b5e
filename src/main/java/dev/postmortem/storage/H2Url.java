package dev.postmortem.storage;

import java.util.List;
import java.util.Locale;

/**
 * A {@code jdbc:h2:} address with the settings that the product relies on. A setting that the
 * operator wrote stays as it is.
 *
 * @param text the address as the driver gets it
 */
record H2Url(String text) {
  private static final String PREFIX = "jdbc:h2:";

  private static final List<String> SETTINGS =
      List.of(
          "MODE=PostgreSQL",
          "DATABASE_TO_LOWER=TRUE",
          "DEFAULT_NULL_ORDERING=HIGH",
          // Each piece of work is forced to the disk (Database.store), so a part of the file that
          // is
          // free is soon written again; with H2's own 45 s the file grows to many times its
          // contents.
          "RETENTION_TIME=1000",
          // The process closes the database itself, after everybody who still writes has stopped.
          "DB_CLOSE_ON_EXIT=FALSE",
          // No trace file beside the database: what goes wrong reaches the log as an exception.
          "TRACE_LEVEL_FILE=0",
          "QUERY_CACHE_SIZE=128",
          // A long timeline is read whole: with less of either H2 reads a page for each entry, and
          // writes the answer to a temporary file first.
          "CACHE_SIZE=" + Runtime.getRuntime().maxMemory() / 4 / 1024,
          "MAX_MEMORY_ROWS=1000000");

  static H2Url of(String url) {
    StringBuilder all = new StringBuilder(uninterrupted(url));
    String given = url.toUpperCase(Locale.ROOT);
    for (String setting : SETTINGS) {
      String name = setting.substring(0, setting.indexOf('=') + 1).toUpperCase(Locale.ROOT);
      if (!given.contains(";" + name)) {
        all.append(';').append(setting);
      }
    }
    return new H2Url(all.toString());
  }

  /** Whether the data are in a file that this process opens itself. */
  boolean isFile() {
    return text.startsWith(PREFIX + "async:");
  }

  /** The file as the operator named it, without its ending. */
  String file() {
    int end = text.indexOf(';');
    String place = text.substring(PREFIX.length(), end < 0 ? text.length() : end);
    return place.startsWith("async:") ? place.substring("async:".length()) : place;
  }

  /**
   * The same file through H2's asynchronous channel. The usual one is closed by Java, and the whole
   * database with it, when a thread is interrupted while it writes; executors that stop do that.
   */
  private static String uninterrupted(String url) {
    String place = url.substring(PREFIX.length());
    if (place.startsWith("file:")) {
      return PREFIX + "async:" + place.substring("file:".length());
    }
    boolean plainPath = place.startsWith("/") || place.startsWith(".") || place.startsWith("~");
    return plainPath ? PREFIX + "async:" + place : url;
  }
}
