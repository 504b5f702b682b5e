package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What drives the play that is shown: its speed, its pauses, its clock. Served at {@code GET /play}
 * and {@code POST /play}; called from several threads at once.
 */
public interface Controls {
  /** How the play stands, as the page shows it. */
  ObjectNode state();

  /**
   * Does what the visitor asks.
   *
   * @param verb pause, resume, speed, takeOver or advance
   * @param arguments such as {@code factor} of speed, {@code minutes} or {@code until} of advance
   * @throws Refused if it cannot be done, with a sentence for the visitor
   */
  void command(String verb, ObjectNode arguments) throws Refused;

  /** This is run after every change of the state, in whatever thread; it is quick. */
  void onChange(Runnable listener);

  /** The play cannot do this; the message says why. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the visitor. */
    public Refused(String why) {
      super(why);
    }
  }
}
