package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.slack.views.TaskHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tasks of a post-mortem as an answer, each with a button that changes it, also after
 * publication, and what they lack.
 */
public final class TaskList {
  private static final int WITH_BUTTON = 40;
  private final Wordings wordings;

  public TaskList(Wordings wordings) {
    this.wordings = wordings;
  }

  /** The list. */
  public Answer draw(Draft draft) {
    List<Task> tasks = draft.tasks();
    if (draft.state() == State.CANCELLED) {
      return Answer.markup(lines(tasks));
    }
    List<JsonNode> blocks = new ArrayList<>();
    List<Task> first = tasks.subList(0, Math.min(WITH_BUTTON, tasks.size()));
    first.forEach(task -> blocks.add(WorkPage.changeable(draft, task, wordings)));
    if (tasks.size() > first.size()) {
      blocks.add(Kit.markup(lines(tasks.subList(first.size(), tasks.size()))));
    }
    Optional<String> hints = TaskHints.of(tasks);
    hints.ifPresent(found -> blocks.add(Kit.markup(found)));
    String text = lines(tasks) + hints.map(found -> "\n" + found).orElse("");
    return new Answer(Kit.cut(text, 3_000), blocks);
  }

  private String lines(List<Task> tasks) {
    return tasks.stream()
        .map(task -> WorkPage.task(task, wordings))
        .collect(Collectors.joining("\n"));
  }
}
