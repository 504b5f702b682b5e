package dev.postmortem.storage.column;

import org.jdbi.v3.core.Handle;

/**
 * Writes down that something about a post-mortem was changed which its shelf in the library shows.
 * A row is only added, so nobody waits for anybody. New messages are not written down: they come in
 * thousands, and are noticed without it.
 */
public final class Touched {
  private Touched() {}

  /** This post-mortem was changed. */
  public static void add(Handle handle, long incident) {
    handle.execute("insert into touched (incident) values (?)", incident);
  }
}
