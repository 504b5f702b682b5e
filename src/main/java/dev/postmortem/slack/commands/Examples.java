package dev.postmortem.slack.commands;

import dev.postmortem.draft.Section;
import java.util.Map;

/** A line that could stand in each section, for the help. */
final class Examples {
  private static final Map<String, String> OF_TAG =
      Map.ofEntries(
          Map.entry("observation", "queue depth rose from 200 to 90,000 at 14:02"),
          Map.entry("symptom", "checkout shows a blank page"),
          Map.entry("hypothesis", "the new index locks the orders table"),
          Map.entry("remediation", "dropped the index at 14:31, queue empty at 14:40"),
          Map.entry("impact", "412 orders were delayed by up to 38 minutes"),
          Map.entry("key", "14:31 index dropped, errors stop"),
          Map.entry("detail", "the migration had run for nine minutes on staging"),
          Map.entry("link", "https://status.example.com/incidents/42"),
          Map.entry("image", "https://grafana.example.com/render/d/42"),
          Map.entry("well", "the alert came before the first customer did"),
          Map.entry("badly", "nobody knew who may stop a migration"),
          Map.entry("learned", "migrations need a time limit"));

  private Examples() {}

  static String of(Section section) {
    return OF_TAG.getOrDefault(section.tag(), "what is worth knowing");
  }
}
