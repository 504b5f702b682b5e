package dev.postmortem.template;

import dev.postmortem.template.Fields.Written;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds what two sections both claim: a name that could mean either, an emoji that files under
 * both.
 */
final class Clashes {
  private final List<Listed> sections;
  private final Faults faults;

  /** The sections that the present one is known to clash with: saying it once is enough. */
  private final Set<Integer> told = new HashSet<>();

  Clashes(List<Listed> sections, Faults faults) {
    this.sections = sections;
    this.faults = faults;
  }

  void find() {
    Map<String, Integer> names = new HashMap<>();
    Map<String, Integer> emoji = new HashMap<>();
    for (int place = 0; place < sections.size(); place++) {
      told.clear();
      for (Listed.Name name : sections.get(place).names()) {
        claim(names, place, name.written(), "The " + name.what());
      }
      for (Written name : sections.get(place).emoji()) {
        claim(emoji, place, name, "The emoji");
      }
    }
  }

  /** One section may claim a name twice, as when its word is its key too. */
  private void claim(Map<String, Integer> claims, int place, Written name, String what) {
    Integer first = claims.putIfAbsent(name.text().toLowerCase(Locale.ROOT), place);
    if (first != null && first != place && told.add(first)) {
      faults.add(
          name.line(),
          what
              + " "
              + Faults.quoted(name.text())
              + " is taken by the section "
              + Faults.quoted(sections.get(first).section().key())
              + " in line "
              + sections.get(first).line()
              + ".");
    }
  }
}
