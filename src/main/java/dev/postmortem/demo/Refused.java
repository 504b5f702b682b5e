package dev.postmortem.demo;

import org.jspecify.annotations.Nullable;

/** The demo cannot be played; the message says why, in one line. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  public Refused(@Nullable String why) {
    super(why);
  }
}
