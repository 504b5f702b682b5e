package dev.postmortem.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people once wrote about a recorded incident, put under the sections that fit best. */
record Published(JsonNode json) {
  private static final String NOTHING = "Nothing was written down about this at the time.";

  /** Every post-mortem needs these to be published. */
  private static final List<String> NEEDED =
      List.of(
          "Symptoms", "Hypothesis", "Remediation", "Impact", "What can we learn from in future");

  /** A word in the name of what was written, and the section it belongs to; the first word wins. */
  private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("impact", "Impact");
    SECTIONS.put("affected", "Impact");
    SECTIONS.put("summary", "Key Points");
    SECTIONS.put("cause", "Hypothesis");
    SECTIONS.put("contributing", "Hypothesis");
    SECTIONS.put("trigger", "Hypothesis");
    SECTIONS.put("detect", "Symptoms");
    SECTIONS.put("identified", "Symptoms");
    SECTIONS.put("symptom", "Symptoms");
    SECTIONS.put("resolution", "Remediation");
    SECTIONS.put("remediation", "Remediation");
    SECTIONS.put("mitigation", "Remediation");
    SECTIONS.put("well", "What we did well");
    SECTIONS.put("lucky", "What we did well");
    SECTIONS.put("poorly", "What we didn't do so well");
    SECTIONS.put("wrong", "What we didn't do so well");
    SECTIONS.put("lesson", "What can we learn from in future");
    SECTIONS.put("learn", "What can we learn from in future");
    SECTIONS.put("postmortem", "What can we learn from in future");
  }

  /** Texts by the title of the section. */
  Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    parts()
        .forEach(
            part ->
                section(part.getKey())
                    .filter(title -> !text(part.getValue()).isBlank())
                    .ifPresent(
                        title ->
                            sections.merge(
                                title, text(part.getValue()), (one, more) -> one + "\n\n" + more)));
    NEEDED.forEach(title -> sections.putIfAbsent(title, NOTHING));
    return sections;
  }

  /** What was to be done, one line each. */
  List<String> tasks() {
    List<String> tasks = new ArrayList<>();
    parts()
        .filter(part -> part.getKey().toLowerCase(Locale.ROOT).contains("action"))
        .filter(part -> part.getValue().isArray())
        .forEach(part -> part.getValue().forEach(task -> tasks.add(spoken(task.asText()))));
    tasks.removeIf(String::isEmpty);
    return tasks;
  }

  /** In a message bold words stand between single stars. */
  private static String spoken(String markdown) {
    return line(markdown).replaceAll("\\*\\*([^*]+)\\*\\*", "*$1*");
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private Stream<Map.Entry<String, JsonNode>> parts() {
    return Stream.concat(json.properties().stream(), json.path("sections").properties().stream());
  }

  private static Optional<String> section(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECTIONS.entrySet().stream()
        .filter(word -> lower.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String text(JsonNode written) {
    if (!written.isArray()) {
      return written.asText("").strip();
    }
    List<String> items = new ArrayList<>();
    written.forEach(item -> items.add("- " + line(item.asText())));
    return items.stream().collect(Collectors.joining("\n"));
  }
}
