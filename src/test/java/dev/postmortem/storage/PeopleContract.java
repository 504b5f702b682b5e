package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.timeline.Person;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What a store promises about people and names. */
public interface PeopleContract extends Kept {
  @Test
  default void a_person_comes_back_and_the_newest_word_wins() {
    Person before = new Person("U1", "Anne", "", null, false);
    Person after = new Person("U1", "Änne", "Engineer", ZoneId.of("Europe/Berlin"), true);
    people().save(before);
    assertThat(people().find("U1")).contains(before);

    people().save(after);
    assertThat(people().find("U1")).contains(after);
    assertThat(people().find("U2")).isEmpty();
  }

  @Test
  default void a_name_comes_back_and_the_newest_word_wins() {
    directory().save("S1", "on-call");
    directory().save("S1", "on-call-db");

    assertThat(directory().name("S1")).contains("on-call-db");
    assertThat(directory().name("S2")).isEmpty();
  }

  @Test
  default void many_who_hear_of_the_same_person_at_once_do_not_disturb_each_other()
      throws Exception {
    Person person = new Person("U1", "Anne", "", null, false);
    StoreContract.together(6, number -> people().save(person));

    assertThat(people().find("U1")).contains(person);
  }
}
