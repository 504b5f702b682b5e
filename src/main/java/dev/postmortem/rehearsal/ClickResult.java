package dev.postmortem.rehearsal;

/** How the app acknowledged a click or a shortcut. */
public record ClickResult(int status, String body, boolean timedOut) {
  /** Whether the person sees a warning in place of an effect. */
  public boolean failed() {
    return timedOut || status / 100 != 2;
  }
}
