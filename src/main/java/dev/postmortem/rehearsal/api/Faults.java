package dev.postmortem.rehearsal.api;

/** Failures of the Web API to come, by method. */
public final class Faults {
  /** The next call of the method fails like this. */
  public Faults next(String method, Fault fault) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The next calls of the method fail like this. */
  public Faults next(int calls, String method, Fault fault) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Every call of the method fails like this until cleared. */
  public Faults always(String method, Fault fault) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** No more failures. */
  public Faults clear() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
