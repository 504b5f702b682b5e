package dev.postmortem.review.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsightsTest {
  private static final Instant START = Instant.parse("2026-01-31T23:30:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static Card card(long id, State state, Instant started, @Nullable Instant resolved) {
    Instant out = state == State.PUBLISHED ? started.plus(Duration.ofDays(9)) : null;
    WarRoom room = new WarRoom("T1", "C" + id, "room", false);
    return new Card(id, "x", "", state, room, started, resolved, out, ZoneOffset.UTC, "UANNE", 0);
  }

  private static Fact fact(long id, State state, String learned) {
    Map<String, String> factors = learned.isEmpty() ? Map.of() : Map.of("learned", learned);
    return new Fact(card(id, state, START, null), null, null, null, List.of(), factors);
  }

  private static Fact lasting(long id, Instant started, int detect, int mitigate, int resolve) {
    return new Fact(
        card(id, State.PUBLISHED, started, started.plusSeconds(60L * resolve)),
        detect < 0 ? null : started.plusSeconds(60L * detect),
        mitigate < 0 ? null : started.plusSeconds(60L * mitigate),
        null,
        List.of(),
        Map.of());
  }

  private static Insights of(Fact... facts) {
    return Insights.of(List.of(facts), ZoneOffset.UTC, TODAY);
  }

  private static Median minutes(int minutes, int count) {
    return new Median(Duration.ofMinutes(minutes), count);
  }

  @Test
  void without_post_mortems_there_is_nothing_to_tell() {
    Insights none = of();

    assertThat(none.incidents()).isZero();
    assertThat(none.months()).isEmpty();
    assertThat(none.review()).isEqualTo(new Review(0, new Median(null, 0), new Median(null, 0)));
    assertThat(none.tasks().percent()).isEmpty();
    assertThat(none.factors()).isEmpty();
  }

  @Test
  void months_follow_each_other_and_have_the_medians_of_what_is_known() {
    Instant april = Instant.parse("2026-04-02T00:00:00Z");
    Insights insights =
        of(
            lasting(1, START, 2, 10, 60),
            lasting(2, START.minusSeconds(60), 4, -1, 20),
            lasting(3, START.minusSeconds(120), -1, -1, 40),
            lasting(4, april, -5, 7, 30));

    assertThat(insights.months()).extracting(Month::incidents).containsExactly(3, 0, 0, 1);
    Month january = insights.months().get(0);
    assertThat(january)
        .isEqualTo(
            new Month(YearMonth.of(2026, 1), 3, minutes(3, 2), minutes(10, 1), minutes(40, 3)));
    assertThat(insights.months().get(1).resolve()).isEqualTo(new Median(null, 0));
  }

  @Test
  void what_was_marked_from_before_the_start_was_at_once() {
    Fact early =
        new Fact(
            card(1, State.OPEN, START, null),
            START.minusSeconds(600),
            null,
            null,
            List.of(),
            Map.of());

    assertThat(of(early).months().get(0).detect()).isEqualTo(new Median(Duration.ZERO, 1));
  }

  @Test
  void a_month_begins_in_the_zone_of_the_reader() {
    Insights insights =
        Insights.of(List.of(lasting(1, START, 1, 1, 1)), ZoneId.of("Asia/Tokyo"), TODAY);

    assertThat(insights.months()).extracting(Month::month).containsExactly(YearMonth.of(2026, 2));
  }

  @Test
  void a_start_in_a_wrong_century_does_not_make_thousands_of_months() {
    Insights insights =
        of(lasting(1, START, 1, 1, 1), lasting(2, Instant.parse("1026-01-01T00:00:00Z"), 1, 1, 1));

    assertThat(insights.months()).hasSize(240);
    assertThat(insights.incidents()).isEqualTo(2);
  }

  @Test
  void cancelled_ones_count_nowhere() {
    assertThat(of(fact(1, State.CANCELLED, "")).incidents()).isZero();
    assertThat(of(fact(1, State.CANCELLED, "")).months()).isEmpty();
  }

  @Test
  void days_to_meeting_and_publication_begin_with_the_end_of_the_incident() {
    Instant over = START.plus(Duration.ofDays(1));
    Fact met =
        new Fact(
            card(1, State.PUBLISHED, START, over),
            null,
            null,
            over.plus(Duration.ofDays(3)),
            List.of(),
            Map.of());

    assertThat(of(met, fact(2, State.RESOLVED, "")).review())
        .isEqualTo(
            new Review(1, new Median(Duration.ofDays(3), 1), new Median(Duration.ofDays(8), 1)));
  }

  private static Fact.Duty duty(
      Task.State state, @Nullable LocalDate due, @Nullable String settled) {
    return new Fact.Duty(
        1, due, state, START, settled == null ? null : Instant.parse(settled + "T23:00:00Z"));
  }

  @Test
  void tasks_are_on_time_or_late_only_where_that_is_known() {
    LocalDate due = TODAY.minusDays(1);
    List<Fact.Duty> duties =
        List.of(
            duty(Task.State.DONE, due, "2026-05-31"),
            duty(Task.State.DONE, due, "2026-05-30"),
            duty(Task.State.DONE, due, "2026-06-01"),
            duty(Task.State.DONE, due, null),
            duty(Task.State.DONE, null, "2026-05-30"),
            duty(Task.State.DROPPED, due, "2026-05-30"),
            duty(Task.State.OPEN, due, null),
            duty(Task.State.OPEN, TODAY, null),
            duty(Task.State.OPEN, null, null));
    Fact fact = new Fact(card(1, State.OPEN, START, null), null, null, null, duties, Map.of());

    assertThat(of(fact).tasks()).isEqualTo(new TasksOnTime(3, 5, 2, 2));
    assertThat(of(fact).tasks().percent()).hasValue(50);
  }

  @Test
  void factors_that_return_are_told_with_the_post_mortems_that_name_them() {
    Insights insights =
        of(
            fact(
                1, State.PUBLISHED, "The connection pools were exhausted. An expired certificate!"),
            fact(2, State.PUBLISHED, "We saw that the Connection Pool was too small."),
            fact(3, State.CORRECTING, "certificate, and a connection pool"),
            fact(4, State.RESOLVED, "connection pool, expired certificate"));

    assertThat(insights.factors())
        .extracting(Factor::phrase)
        .containsExactly("connection pools", "certificate");
    assertThat(insights.factors().get(0).cards()).extracting(Card::id).containsExactly(1L, 2L, 3L);
    assertThat(insights.factors().get(1).cards()).extracting(Card::id).containsExactly(1L, 3L);
  }

  @Test
  void a_part_of_a_phrase_is_told_only_when_it_returns_more_often() {
    Insights insights =
        of(
            fact(1, State.PUBLISHED, "missing retry budget"),
            fact(2, State.PUBLISHED, "missing retry budgets again"),
            fact(3, State.PUBLISHED, "a retry budget"));

    assertThat(insights.factors())
        .extracting(Factor::phrase)
        .containsExactly("retry budget", "missing retry budget");
  }

  @Test
  void what_stands_everywhere_says_nothing() {
    Fact[] facts = new Fact[10];
    for (int i = 0; i < facts.length; i++) {
      facts[i] = fact(i, State.PUBLISHED, "team channel" + (i < 3 ? ". feature flag" : ""));
    }

    assertThat(of(facts).factors()).extracting(Factor::phrase).containsExactly("feature flag");
  }

  @Test
  void a_phrase_that_is_written_twice_in_one_post_mortem_does_not_return() {
    Insights insights =
        of(fact(1, State.PUBLISHED, "slow disk. slow disk"), fact(2, State.PUBLISHED, ""));

    assertThat(insights.factors()).isEmpty();
  }
}
