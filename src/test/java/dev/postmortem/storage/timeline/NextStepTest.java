package dev.postmortem.storage.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.storage.Database;
import dev.postmortem.timeline.Step;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What it costs in H2 to find the step that a reading makes next. */
class NextStepTest {
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  @Test
  void the_next_of_very_many_steps_is_found_without_reading_the_others() throws Exception {
    try (Database database = Database.open("jdbc:h2:mem:steps", "", "")) {
      String plan =
          Jdbi.create(database.dataSource())
              .withHandle(
                  handle -> {
                    List<Step> steps =
                        IntStream.range(0, 500)
                            .mapToObj(i -> Step.marked("1795442%03d.000100".formatted(i)))
                            .toList();
                    new SqlReadings(handle).add(7, steps);
                    assertThat(new SqlReadings(handle).next(7)).contains(steps.get(499));
                    return handle
                        .createQuery("explain analyze " + SqlReadings.NEWEST)
                        .bind("incident", 7L)
                        .bind("kind", Step.Kind.MARKED.name())
                        .mapTo(String.class)
                        .one();
                  });

      assertThat(SCANNED.matcher(plan).results().map(found -> Integer.valueOf(found.group(1))))
          .as(plan)
          .isNotEmpty()
          .allMatch(scanned -> scanned < 5);
    }
  }
}
