package dev.postmortem.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a review meeting goes through. */
class AgendaTest {
  private static final Pattern MINUTES = Pattern.compile("\\((\\d+) min\\)$");

  @Test
  void its_minutes_add_up_to_the_length() {
    for (int length = 10; length <= 480; length++) {
      long sum = 0;
      for (String item : Agenda.of(Duration.ofMinutes(length))) {
        Matcher minutes = MINUTES.matcher(item);
        assertThat(minutes.find()).as(item).isTrue();
        assertThat(Long.parseLong(minutes.group(1))).isPositive();
        sum += Long.parseLong(minutes.group(1));
      }
      assertThat(sum).isEqualTo(length);
    }
  }

  @Test
  void a_few_minutes_are_not_shared_out() {
    assertThat(Agenda.of(Duration.ofMinutes(5))).hasSize(4).noneMatch(it -> it.contains("min)"));
  }
}
