package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An incident on the Friday before the night in which the clocks of London are put forward. */
class NudgeAtClockChangeTest extends FollowDeeds {

  @Override
  Company opened(Company ignored) {
    ignored.slack.close();
    return Company.in(data, "2026-03-27T22:00:00Z");
  }

  @Test
  void on_monday_it_is_ten_in_summer_time() {
    anIncidentRuns();
    says(joe, "/pm task @ada limit migrations by 2026-03-29");
    says(joe, "/pm resolve");
    company.until("2026-03-28T10:00:00Z");
    company.until("2026-03-29T09:00:00Z");
    company.restarted();
    company.until("2026-03-30T07:59:00Z");
    assertThat(letters(ada, "Your tasks that are due")).isEmpty();
    company.until("2026-03-30T08:00:00Z");
    assertThat(letters(ada, "Your tasks that are due")).as("ten in Paris").hasSize(1);
    company.until("2026-03-30T08:59:00Z");
    assertThat(letters(joe, "waits for you")).isEmpty();
    company.until("2026-03-30T09:00:00Z");
    company.until("2026-03-30T10:00:00Z");
    assertThat(letters(joe, "waits for you")).as("ten in London").hasSize(1);
  }
}
