package dev.postmortem.template;

import dev.postmortem.draft.Template;
import java.util.List;

/** What came of reading a template: {@link Fine}, or {@link Faulty} with everything wrong in it. */
public sealed interface Reading {

  /** It can be used. */
  record Fine(Template template) implements Reading {}

  /** It cannot be used; each fault is one line for a person and names the file and its line. */
  record Faulty(List<String> faults) implements Reading {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
