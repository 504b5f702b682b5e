package dev.postmortem.workflow.meet;

import java.util.List;

/** Who has a stake in every post-mortem of the house. */
public interface Stakeholders {
  /** Their user ids, as far as they are known. */
  List<String> people();

  /** The ids of groups of which nobody could say who is in them. */
  List<String> unseen();
}
