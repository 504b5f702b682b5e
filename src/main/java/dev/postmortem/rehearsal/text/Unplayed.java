package dev.postmortem.rehearsal.text;

/** Stands where a body is still to come. */
@SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
public final class Unplayed {
  private Unplayed() {}

  /** Fails. */
  public static <T> T yet() {
    throw new UnsupportedOperationException("not played yet");
  }
}
