package dev.postmortem.draft;

import java.util.Locale;

/** Where a post-mortem stands. */
public enum State {
  /** The incident goes on. */
  OPEN,
  /** The incident is over, the post-mortem is being written. */
  RESOLVED,
  /** The document is out. */
  PUBLISHED,
  /** The document is out and being corrected. */
  CORRECTING,
  /** No post-mortem is needed. */
  CANCELLED;

  /** Whether what is said in the war room still belongs to it. */
  public boolean isCapturing() {
    return this == OPEN || this == RESOLVED;
  }

  /** Whether the draft may be changed. */
  public boolean isWritable() {
    return isCapturing() || this == CORRECTING;
  }

  /** As people read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
