package dev.postmortem.web.library;

import dev.postmortem.draft.catalog.OpenTask;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** What is still to be done, whose it is, and how long it has been waiting. */
public final class TasksPage {
  private static final int SHOWN = 50;
  private final Writing writing;

  TasksPage(Writing writing) {
    this.writing = writing;
  }

  /** A task in the list. */
  public record Row(
      String words,
      String owner,
      String due,
      boolean late,
      String age,
      String name,
      String title) {}

  void show(Wish wish, Look look, HttpServletResponse response) throws IOException {
    int first = wish.page() * SHOWN;
    List<OpenTask> found =
        look.ask((catalog, reader) -> catalog.openTasks(reader, first, SHOWN + 1));
    Map<String, Object> words = new HashMap<>();
    words.put("rows", found.stream().limit(SHOWN).map(task -> row(task, look)).toList());
    if (wish.page() > 0) {
      words.put("newer", "?page=" + wish.page());
    }
    if (found.size() > SHOWN) {
      words.put("older", "?page=" + (wish.page() + 2));
    }
    writing.page("tasks.ftlh", words, look, response);
  }

  private static Row row(OpenTask open, Look look) {
    Instant now = look.desk().now();
    LocalDate due = open.task().due();
    LocalDate today = LocalDate.ofInstant(now, look.zone());
    return new Row(
        open.task().plain(),
        look.name(open.task().owner()),
        due == null ? "" : due.toString(),
        due != null && due.isBefore(today),
        age(Duration.between(open.made(), now).toDays()),
        "PM-" + open.incident(),
        open.title());
  }

  private static String age(long days) {
    return days < 1 ? "today" : days == 1 ? "1 day" : days + " days";
  }
}
