package dev.postmortem.slack.modals;

/** A modal that can be submitted. */
public interface Modal {
  /** Tells its submissions apart from those of others. */
  String callback();

  /** Takes a submission. Answers within milliseconds: it stores, and talks to nobody. */
  Reply submitted(Form form);
}
