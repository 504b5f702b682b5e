package dev.postmortem.storage;

/**
 * Where a database is, and who asks.
 *
 * @param url may hold a password among its settings, so it is never shown
 */
public record Site(String url, String user, String password) {
  /** Without its settings, as it may be shown. */
  @Override
  public String toString() {
    return Database.shown(url);
  }
}
