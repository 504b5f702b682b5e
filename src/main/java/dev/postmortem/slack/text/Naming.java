package dev.postmortem.slack.text;

import dev.postmortem.document.Clean;
import dev.postmortem.document.Inline;
import dev.postmortem.timeline.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names for the ids in a message: the name that is known, else the label beside the id, else the
 * id.
 */
record Naming(Names names, Map<String, String> labels) {
  private static final List<String> SIGNS = List.of("@", "#", "!subteam^");

  /** Names for a message whose text may hold labels that its blocks do not repeat. */
  static Naming of(Names names, String text) {
    if (text.indexOf('|') < 0) {
      return new Naming(names, Map.of());
    }
    Map<String, String> labels = new HashMap<>();
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      int end = Entities.end(text, at);
      if (end > 0) {
        label(text.substring(at + 1, end), labels);
      }
    }
    return new Naming(names, labels);
  }

  private static void label(String entity, Map<String, String> into) {
    int bar = entity.indexOf('|');
    for (String sign : SIGNS) {
      if (bar > 0 && entity.startsWith(sign)) {
        into.put(entity.substring(sign.length(), bar), Escapes.unescape(entity.substring(bar + 1)));
      }
    }
  }

  Inline user(String id, String label) {
    return new Inline.Mention(id, best(names.user(id), label, id, '@'));
  }

  Inline channel(String id, String label) {
    return new Inline.ChannelName(id, best(names.channel(id), label, id, '#'));
  }

  Inline group(String id, String label) {
    return new Inline.GroupName(id, best(names.group(id), label, id, '@'));
  }

  private String best(Optional<String> known, String label, String id, char sign) {
    String name = bare(known.orElse(""), sign);
    if (!name.isEmpty()) {
      return name;
    }
    String beside = label.isBlank() ? labels.getOrDefault(id, "") : label;
    String shown = bare(beside, sign);
    return shown.isEmpty() ? Clean.name(id) : shown;
  }

  private static String bare(String name, char sign) {
    String clean = Clean.name(name);
    return !clean.isEmpty() && clean.charAt(0) == sign ? clean.substring(1) : clean;
  }
}
