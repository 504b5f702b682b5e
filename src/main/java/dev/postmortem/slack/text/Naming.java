package dev.postmortem.slack.text;

import dev.postmortem.document.Clean;
import dev.postmortem.document.Inline;
import dev.postmortem.timeline.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for the ids in a message: the name that is known, else the label beside the id, else the
 * id.
 */
record Naming(Names names, Map<String, String> labels) {
  private static final Pattern LABELLED =
      Pattern.compile("<(?:[@#]|!subteam\\^)([A-Za-z0-9]{1,30})\\|([^<>|\n]{1,100})>");

  /** Names for a message whose text may hold labels that its blocks do not repeat. */
  static Naming of(Names names, String text) {
    Map<String, String> labels = new HashMap<>();
    Matcher labelled = LABELLED.matcher(text);
    while (labelled.find()) {
      labels.put(labelled.group(1), Escapes.unescape(labelled.group(2)));
    }
    return new Naming(names, labels);
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
    String beside = label.isBlank() ? labels.getOrDefault(id, "") : label;
    String shown = name.isEmpty() ? bare(beside, sign) : name;
    return shown.isEmpty() ? Clean.name(id) : shown;
  }

  private static String bare(String name, char sign) {
    String clean = Clean.name(name);
    return !clean.isEmpty() && clean.charAt(0) == sign ? clean.substring(1) : clean;
  }
}
