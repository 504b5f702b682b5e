package dev.postmortem.review.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.postmortem.draft.Task;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tasks are pointed out, and why. */
class TaskReviewTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 1);
  private final TaskReview review = TaskReview.known();

  private static Task task(String words) {
    return new Task(3, "{}", words, "U1", DUE, Task.State.OPEN, "", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Investigate the slow query|research|Investigate",
        "please look into DNS|research|look into",
        "@jane to find out about the vendor's window|research|find out",
        "We should be more careful with the console|care|be more careful",
        "Deploy on Fridays only if you pay attention|care|pay attention",
        "Don’t forget the replica|care|Don’t forget",
        "Discuss the timeouts with networking|talk|Discuss",
        "Improve monitoring|wish|Improve",
        "Maybe add an alert|wish|Maybe",
        "Make sure this never happens|wish|Make sure"
      })
  void a_vague_task_is_pointed_out_with_its_words(String words, String kind, String exact) {
    assertThat(review.advise(task(words)))
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.task()).isEqualTo(3);
              assertThat(advice.kind()).isEqualTo(kind);
              assertThat(advice.words()).isEqualTo(exact);
              assertThat(advice.reason()).isNotBlank();
              assertThat(advice.example()).startsWith("Not “");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add an alert on the age of the queue",
        "Investigate the slow query and add an index for it",
        "Look into retries: write one page with the numbers",
        "Write the runbook that we use to investigate lag",
        "Set a lock_timeout in the migrations",
        "Quarterly restore drill goes into the calendar of the storage team",
        "Ask the vendor for a status page",
        "Review the limits and lower them to 200"
      })
  void a_task_that_says_what_will_be_there_is_left_alone(String words) {
    assertThat(review.advise(task(words))).isEmpty();
  }

  @Test
  void a_task_without_owner_or_date_is_pointed_out() {
    Task lonely = task("Add an alert").assigned(null, null);
    assertThat(review.advise(lonely)).extracting(TaskAdvice::kind).containsExactly("owner", "due");
    assertThat(review.advise(lonely)).extracting(TaskAdvice::words).containsOnly("");
  }

  @Test
  void a_thing_is_no_task_and_neither_is_a_question() {
    assertThat(review.advise(task("Monitoring"))).extracting(TaskAdvice::kind).contains("verb");
    assertThat(review.advise(task(""))).extracting(TaskAdvice::kind).contains("verb");
    assertThat(review.advise(task("Who owns the queue, and since when do they?")))
        .extracting(TaskAdvice::kind)
        .containsExactly("question");
  }

  @Test
  void what_is_done_or_dropped_is_past_advice() {
    Task vague = task("Investigate").assigned(null, null);
    assertThat(review.advise(List.of(vague.settled(Task.State.DONE, "")))).isEmpty();
    assertThat(review.advise(List.of(vague.settled(Task.State.DROPPED, "no time")))).isEmpty();
    assertThat(review.advise(List.of(vague, vague))).hasSize(6);
  }

  @Test
  void a_task_of_a_million_characters_is_read_at_once() {
    Task huge = task("be more ".repeat(125_000));
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> review.advise(huge));
  }
}
