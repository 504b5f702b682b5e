package dev.postmortem.draft;

import java.util.List;

/** The sixteen sections of the built-in template. */
final class DefaultSections {
  static final List<Section> LIST =
      List.of(
          optional(
              "observations",
              "observation",
              "Observations",
              "What was seen: graphs, logs, error messages, with the time and the source."),
          required(
              "symptoms",
              "symptom",
              "Symptoms",
              "What did users and colleagues notice? How did the incident show itself?"),
          required(
              "hypothesis",
              "hypothesis",
              "Hypothesis",
              "What do we think happened, and which conditions had to come together for it?"),
          required(
              "remediation",
              "remediation",
              "Remediation",
              "What brought the service back, step by step, and how did we know that it worked?"),
          required(
              "impact",
              "impact",
              "Impact",
              "Who was affected, how badly, for how long? Numbers where there are any."),
          optional(
              "key_points",
              "key",
              "Key Points",
              "The few moments that tell the story on their own."),
          optional(
              "participants", "", "Participants", "Everybody who took part, with what they do."),
          optional("timeline", "", "Timeline", "What happened, in order."),
          optional(
              "details",
              "detail",
              "Additional Details",
              "Who did or saw what, beyond the timeline."),
          optional(
              "communication",
              "link",
              "Communication",
              "Calls, tickets, status pages, other channels: where else was it talked about?"),
          optional("images", "image", "Images", "Graphs and screenshots that show what happened."),
          optional("tasks", "task", "Tasks", "What will be done, by whom, by when?"),
          optional("questions", "question", "Questions", "What do we not know yet?"),
          optional("well", "well", "What we did well", "What helped? What should stay as it is?"),
          optional(
              "badly",
              "badly",
              "What we didn't do so well",
              "What made it slower or harder than it had to be?"),
          required(
              "learned",
              "learned",
              "What can we learn from in future",
              "What do we know now that others would want to know?"));

  private DefaultSections() {}

  private static Section required(String key, String word, String title, String prompt) {
    return new Section(key, word, word, title, prompt, true);
  }

  private static Section optional(String key, String word, String title, String prompt) {
    return new Section(key, word, word, title, prompt, false);
  }
}
