package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Entry;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a store promises about pieces of work. */
public interface StoreContract extends Kept {
  @Test
  default void a_piece_of_work_answers_what_it_found() {
    directory().save("C1", "general");

    assertThat(directory().name("C1")).contains("general");
  }

  @Test
  default void of_work_that_throws_nothing_is_kept() {
    assertThatThrownBy(
            () ->
                store()
                    .change(
                        records -> {
                          records.directory().save("C1", "general");
                          records.drafts().add(Examples.draft("C1"));
                          throw new IllegalStateException("halfway");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("halfway");

    assertThat(directory().name("C1")).isEmpty();
    assertThat(drafts().all()).isEmpty();
  }

  @Test
  default void work_sees_what_it_has_changed_itself() {
    boolean found =
        store()
            .write(
                records -> {
                  records.directory().save("C1", "general");
                  return records.directory().name("C1").isPresent();
                });

    assertThat(found).isTrue();
  }

  @Test
  default void two_who_add_to_the_same_section_at_once_both_are_kept() throws Exception {
    long id = opened("C1").id();

    together(
        8,
        number ->
            store()
                .change(
                    records -> {
                      var body = records.drafts().find(id).orElseThrow().body("impact");
                      records.drafts().save(id, body.plus(Examples.remark("remark " + number)));
                    }));

    var remarks = drafts().find(id).orElseThrow().body("impact").remarks();
    assertThat(remarks).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  default void one_who_changes_a_draft_waits_for_the_other() throws Exception {
    long id = opened("C1").id();

    together(
        8,
        number ->
            store()
                .change(
                    records -> {
                      var draft = records.drafts().forChange(id).orElseThrow();
                      var roles = draft.roles().withOwner(draft.roles().owner() + number);
                      records.drafts().save(draft.with(roles));
                    }));

    String owner = drafts().find(id).orElseThrow().roles().owner();
    assertThat(owner).startsWith("UOWNER").contains("0", "1", "2", "3", "4", "5", "6", "7");
  }

  @Test
  default void all_that_one_piece_of_work_reads_is_of_the_same_moment() {
    List<Entry> entries =
        store()
            .read(
                records -> {
                  assertThat(records.directory().name("C1")).isEmpty();
                  meanwhile(
                      other -> {
                        other.directory().save("C1", "later");
                        other.timelines().keep(1, Examples.message("100.000001", "later"));
                      });
                  assertThat(records.directory().name("C1")).isEmpty();
                  return records.timelines().of(1);
                });

    assertThat(entries).isEmpty();
    assertThat(timelines().of(1)).hasSize(1);
  }

  private void meanwhile(Consumer<Records> work) {
    try {
      together(1, number -> store().change(work));
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /** Runs the work on as many threads at once, and fails as the first of them did. */
  static void together(int threads, Numbered work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch gate = new CountDownLatch(1);
    try {
      var all = new java.util.ArrayList<Future<?>>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        all.add(
            pool.submit(
                () -> {
                  gate.await();
                  work.run(number);
                  return null;
                }));
      }
      gate.countDown();
      for (Future<?> one : all) {
        one.get(30, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Work that knows which one of several it is. */
  interface Numbered {
    void run(int number) throws Exception;
  }
}
