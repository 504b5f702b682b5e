package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Change;
import dev.postmortem.draft.Unsaved;
import dev.postmortem.draft.Waiver;
import dev.postmortem.draft.Waiver.Subject;
import org.junit.jupiter.api.Test;

/** What a store promises about decisions, about the history, and about what was not saved. */
public interface ReviewContract extends Kept {
  private static Waiver waiver(Subject subject, String about, int second) {
    return new Waiver(
        subject, about, "because Käse 🧀", "UANNE", Examples.NIGHT.plusSeconds(second));
  }

  private static Change change(int number) {
    return new Change(Examples.NIGHT.plusSeconds(number), "UANNE", "did <@UZOE> " + number);
  }

  @Test
  default void a_decision_is_kept_and_replaced_and_taken_back() {
    long id = opened("C1").id();
    Waiver task = waiver(Subject.TASK, "3", 0);
    Waiver question = waiver(Subject.QUESTION, "3", 1);
    waivers().save(id, task);
    waivers().save(id, question);
    waivers().save(opened("C2").id(), waiver(Subject.TASK, "4", 2));
    assertThat(waivers().of(id)).containsExactly(task, question);

    Waiver later = waiver(Subject.TASK, "3", 5);
    waivers().save(id, later);
    assertThat(waivers().of(id)).containsExactly(question, later);

    waivers().remove(id, Subject.QUESTION, "3");
    waivers().remove(id, Subject.QUESTION, "404");
    assertThat(waivers().of(id)).containsExactly(later);
    assertThat(waivers().of(404)).isEmpty();
  }

  @Test
  default void the_history_is_read_from_the_newest_line_page_by_page() {
    long id = opened("C1").id();
    for (int i = 0; i < 5; i++) {
      chronicle().add(id, change(i));
    }
    chronicle().add(opened("C2").id(), change(9));

    assertThat(chronicle().size(id)).isEqualTo(5);
    assertThat(chronicle().latest(id, 0, 2)).containsExactly(change(4), change(3));
    assertThat(chronicle().latest(id, 2, 10)).containsExactly(change(2), change(1), change(0));
    assertThat(chronicle().latest(id, 5, 10)).isEmpty();
  }

  @Test
  default void what_was_not_saved_is_kept_for_each_person_and_section() {
    long id = opened("C1").id();
    Unsaved.Text impact = new Unsaved.Text("impact", "{}", Examples.NIGHT);
    Unsaved.Text learned = new Unsaved.Text("learned", "{\"text\":\"ä\"}", Examples.NIGHT);
    unsaved().save(id, "UANNE", learned);
    unsaved().save(id, "UANNE", impact);
    unsaved().save(id, "UZOE", impact);
    assertThat(unsaved().of(id, "UANNE")).containsExactly(impact, learned);

    Unsaved.Text again = new Unsaved.Text("impact", "[]", Examples.NIGHT.plusSeconds(9));
    unsaved().save(id, "UANNE", again);
    unsaved().remove(id, "UANNE", "learned");
    unsaved().remove(id, "UANNE", "never");
    assertThat(unsaved().of(id, "UANNE")).containsExactly(again);
    assertThat(unsaved().of(id, "UZOE")).containsExactly(impact);
  }
}
