package dev.postmortem.review.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.postmortem.draft.Headline;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Names;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the checkup of a timeline finds. The incident lasts from 14:00 to 16:00. */
class CheckupTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
  private static final Scope SCOPE =
      new Scope(new Headline("Kettle", "", at("14:00"), at("16:00"), ZoneOffset.UTC), Names.NONE);

  private final List<Entry> entries = new ArrayList<>();

  private static Instant at(String time) {
    return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
  }

  private MessageKey say(String time, String author, String words, String... tags) {
    return add(Kind.MESSAGE, time, null, author, words, null, tags);
  }

  private MessageKey note(String about, String author, String words) {
    return add(Kind.NOTE, "15:59", about, author, words, null);
  }

  private MessageKey add(
      Kind kind,
      String said,
      @Nullable String moved,
      String author,
      String words,
      @Nullable String thread,
      String... tags) {
    String ts = at(said).getEpochSecond() + "." + String.format("%06d", entries.size());
    MessageKey key = new MessageKey("T1", "C1", ts);
    Message message = new Message(key, kind, author, "", "{}", words, thread, at(said), false);
    Amendment amendment = new Amendment(moved == null ? null : at(moved), null, false);
    entries.add(new Entry(1, message, at(said), amendment, new TreeSet<>(List.of(tags))));
    return key;
  }

  private List<Finding> findings(Scope scope) {
    return Checkup.of(scope, entries.stream().sorted(Comparator.comparing(Entry::at)));
  }

  private List<Finding> findings(Finding.Kind kind) {
    return findings(SCOPE).stream().filter(finding -> finding.kind() == kind).toList();
  }

  /** A timeline about which there is nothing to say. */
  private void healthy() {
    say("14:00", "joe", "kettle is cold", "symptom", "key");
    say("14:25", "lin", "the fuse is out", "hypothesis", "key");
    say("14:50", "joe", "new fuse", "remediation", "key");
    say("15:15", "joe", "warm", "key");
    say("15:40", "lin", "hot", "key");
  }

  @Test
  void a_timeline_that_tells_the_story_has_no_findings() {
    healthy();
    assertThat(findings(SCOPE)).isEmpty();
  }

  @Test
  void an_empty_timeline_of_an_open_incident_lacks_everything() {
    Headline open = new Headline("Kettle", "", at("14:00"), null, ZoneOffset.UTC);
    assertThat(findings(new Scope(open, Names.NONE)))
        .extracting(Finding::kind)
        .containsExactly(
            Finding.Kind.MILESTONE,
            Finding.Kind.MILESTONE,
            Finding.Kind.MILESTONE,
            Finding.Kind.SILENCE);
  }

  @Test
  void long_silences_between_key_points_are_found_with_both_ends() {
    MessageKey first = say("14:10", "joe", "cold", "key");
    say("14:30", "joe", "looking");
    MessageKey second = say("15:20", "joe", "warm", "key");
    assertThat(findings(Finding.Kind.SILENCE))
        .satisfiesExactly(
            gap -> {
              assertThat(gap.entries()).containsExactly(first, second);
              assertThat(gap.sentence())
                  .startsWith("No key point for 1 h 10 min, from 2026-11-18 14:10")
                  .contains("One message was said");
            },
            end -> {
              assertThat(end.entries()).containsExactly(second);
              assertThat(end.sentence()).contains("40 min").contains("Nothing was said");
            });
  }

  @Test
  void only_the_longest_silences_are_listed() {
    Headline week =
        new Headline(
            "Kettle", "", at("00:00"), at("00:00").plus(Duration.ofDays(7)), ZoneOffset.UTC);
    IntStream.range(1, 23).forEach(hour -> say(String.format("%02d:00", hour), "joe", "x", "key"));
    List<Finding> gaps =
        findings(new Scope(week, Names.NONE)).stream()
            .filter(finding -> finding.kind() == Finding.Kind.SILENCE)
            .toList();
    assertThat(gaps).hasSize(5);
    assertThat(gaps.get(4).sentence()).contains("6 d 2 h");
  }

  @Test
  void entries_outside_of_the_incident_are_found() {
    healthy();
    MessageKey early = say("13:30", "lin", "who has tea?");
    say("16:10", "joe", "thanks all");
    MessageKey filed = say("16:15", "joe", "still cold upstairs", "symptom");
    MessageKey late = say("16:31", "joe", "lunch?");
    assertThat(findings(Finding.Kind.OUTSIDE))
        .satisfiesExactly(
            before -> {
              assertThat(before.sentence()).startsWith("1 entry is from before the start");
              assertThat(before.entries()).containsExactly(early);
            },
            after -> {
              assertThat(after.sentence()).startsWith("2 entries are from after the end");
              assertThat(after.entries()).containsExactly(filed, late);
            });
  }

  @Test
  void hidden_entries_are_not_there() {
    healthy();
    say("13:30", "lin", "who has tea?");
    entries.replaceAll(
        entry ->
            entry.at().equals(at("13:30"))
                ? new Entry(
                    1, entry.message(), entry.said(), new Amendment(null, null, true), entry.tags())
                : entry);
    assertThat(findings(SCOPE)).isEmpty();
  }

  @Test
  void a_marked_message_that_says_it_is_a_milestone_too() {
    say("14:01", "joe", "Alert: kettle cold", "key");
    note("14:20", "lin", "Rolled back to the old fuse");
    assertThat(findings(Finding.Kind.MILESTONE)).isEmpty();
    entries.clear();
    say("14:01", "joe", "alert, and we rolled back");
    assertThat(findings(Finding.Kind.MILESTONE)).hasSize(2);
  }

  @Test
  void a_hypothesis_after_the_last_remediation_is_found() {
    healthy();
    MessageKey late = say("15:00", "lin", "or the plug?", "hypothesis");
    assertThat(findings(Finding.Kind.ORDER))
        .singleElement()
        .satisfies(finding -> assertThat(finding.entries()).containsExactly(late));
    say("15:05", "lin", "plug changed", "remediation");
    assertThat(findings(Finding.Kind.ORDER)).isEmpty();
  }

  @Test
  void a_clock_that_always_differs_is_found_with_its_owner() {
    healthy();
    say("14:02", "kim", "15:02 fuse is out");
    say("14:12", "kim", "[15:11] new one is coming");
    say("14:22", "kim", "15:22:30 it is in");
    say("14:30", "lin", "14:29 looks better");
    assertThat(findings(Finding.Kind.CLOCKS))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.entries()).hasSize(3);
              assertThat(finding.sentence())
                  .startsWith("The times that kim typed are about 1 h ahead of Slack's in 3 of 3");
            });
  }

  @Test
  void who_writes_down_later_what_happened_earlier_has_no_wrong_clock() {
    healthy();
    say("15:50", "kim", "14:02 fuse is out");
    say("15:51", "kim", "14:31 new one is coming");
    say("15:52", "kim", "15:13 it is in");
    say("15:53", "kim", "99:99 is no time, and 1:2 is none");
    assertThat(findings(Finding.Kind.CLOCKS)).isEmpty();
  }

  @Test
  void notes_of_two_people_that_contradict_are_found() {
    healthy();
    MessageKey one = note("14:10", "joe", "Rollback of the kettle started");
    MessageKey other = note("14:40", "lin", "rollback of kettle started");
    note("15:30", "lin", "Tea is served");
    assertThat(findings(Finding.Kind.CLOCKS))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.entries()).containsExactly(one, other);
              assertThat(finding.sentence()).contains("joe and lin").contains("14:40");
            });
  }

  @Test
  void two_who_note_the_same_at_the_same_time_agree() {
    healthy();
    note("14:10", "joe", "Rollback of the kettle started");
    note("14:13", "lin", "Rollback of the kettle started");
    assertThat(findings(Finding.Kind.CLOCKS)).isEmpty();
  }

  @Test
  void an_answer_that_was_moved_before_its_question_is_found() {
    healthy();
    MessageKey asked = say("14:30", "joe", "which fuse?");
    MessageKey answer = add(Kind.MESSAGE, "14:35", "14:20", "lin", "the small one", asked.ts());
    add(Kind.MESSAGE, "14:36", null, "joe", "thanks", asked.ts());
    assertThat(findings(Finding.Kind.CLOCKS))
        .singleElement()
        .satisfies(finding -> assertThat(finding.entries()).containsExactly(answer));
  }

  @Test
  void a_hundred_thousand_entries_take_seconds_and_few_lines() {
    List<Entry> many = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      Instant said = at("13:00").plusMillis(200L * i);
      MessageKey key = new MessageKey("T1", "C1", "1." + i);
      Kind kind = i % 3 == 0 ? Kind.NOTE : Kind.MESSAGE;
      String words = "14:05 the kettle " + (i % 7) + " is colder than before";
      Message message =
          new Message(key, kind, "U" + i % 50, "", "{}", words, "1." + (i + 1), said, false);
      Amendment amendment = new Amendment(said.plusMillis(1), null, false);
      TreeSet<String> tags = new TreeSet<>(i % 2 == 0 ? List.of("key") : List.of("hypothesis"));
      many.add(new Entry(1, message, said, amendment, tags));
    }
    List<Finding> found =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Checkup.of(SCOPE, many.stream()));
    assertThat(found).isNotEmpty().hasSizeLessThan(80);
    assertThat(found).allMatch(finding -> finding.entries().size() <= Finding.MOST);
  }
}
