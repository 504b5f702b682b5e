package dev.postmortem.template;

import dev.postmortem.draft.Section;
import dev.postmortem.template.Fields.Written;
import java.util.List;

/**
 * A section as the file lists it.
 *
 * @param emoji what files messages under it, by one name each
 * @param names what it is called, with the lines in which that stands
 */
record Listed(Section section, boolean hidden, List<Written> emoji, List<Name> names, int line) {

  /**
   * One of the things a section is called.
   *
   * @param what its key, its word or its title
   */
  record Name(String what, Written written) {}
}
