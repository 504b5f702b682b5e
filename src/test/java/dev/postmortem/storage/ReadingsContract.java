package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.Reading;
import dev.postmortem.timeline.Readings;
import dev.postmortem.timeline.Step;
import dev.postmortem.timeline.Stretches;
import dev.postmortem.timeline.Stretches.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store promises about readings of the history, and about what they are held against. */
public interface ReadingsContract extends Kept {
  Bounds ALL = new Bounds("0", "9999.000000");

  default Readings readings() {
    return Alone.each(Readings.class, store(), Records::readings);
  }

  default Stretches stretches() {
    return Alone.each(Stretches.class, store(), Records::stretches);
  }

  @Test
  default void a_reading_comes_back_as_far_as_it_has_come() {
    Reading begun = Reading.of(9, Examples.NIGHT, Examples.NIGHT.plusSeconds(60));
    readings().save(begun);
    assertThat(readings().of(9)).contains(begun);
    assertThat(readings().of(10)).isEmpty();

    Reading atLeisure = begun.awaited(false);
    readings().save(atLeisure);
    assertThat(readings().of(9)).contains(atLeisure);

    Reading.Place place =
        new Reading.Place("bmV4dA==", false, "1000.000100", 200, Examples.NIGHT.plusSeconds(61));
    Reading further = begun.at(place).again(Examples.NIGHT.plusSeconds(5));
    readings().save(further);
    assertThat(readings().forChange(9)).contains(further);

    Reading hindered =
        further.with(
            further.hitch().passing("ratelimited", Duration.ofSeconds(30), Examples.NIGHT));
    readings().save(hindered);
    assertThat(readings().of(9)).contains(hindered);

    Reading done = hindered.finished(Examples.NIGHT.plusSeconds(70));
    readings().save(done);
    assertThat(readings().of(9)).contains(done);
    assertThat(done.isUnderWay()).isFalse();
  }

  @Test
  default void of_two_wishes_the_earlier_time_stands() {
    Reading begun = Reading.of(9, Examples.NIGHT, Examples.NIGHT);
    assertThat(begun.again(Examples.NIGHT.plusSeconds(5)).again(Examples.NIGHT).again())
        .isEqualTo(Examples.NIGHT);
    assertThat(begun.again(Examples.NIGHT).again(Examples.NIGHT.plusSeconds(5)).again())
        .isEqualTo(Examples.NIGHT);
  }

  @Test
  default void steps_come_in_their_order_and_go_on_where_they_stopped() {
    Step doubt = Step.doubt("1003.000100", "1001.000100");
    Step older = Step.thread("1001.000100");
    Step newer = Step.thread("1002.000100");
    readings().add(9, List.of(doubt, older, newer, Step.marked("1004.000100")));
    readings().save(9, newer.at("bmV4dA==", "1002.500000"));
    readings().add(9, List.of(newer));

    assertThat(readings().next(9)).contains(newer.at("bmV4dA==", "1002.500000"));
    readings().remove(9, newer);
    assertThat(readings().next(9)).contains(older);
    readings().remove(9, older);
    assertThat(readings().next(9)).contains(Step.marked("1004.000100"));
    readings().remove(9, Step.marked("1004.000100"));
    assertThat(readings().next(9)).contains(doubt);
    assertThat(readings().next(10)).isEmpty();
    readings().clear(9);
    assertThat(readings().next(9)).isEmpty();
  }

  @Test
  default void a_stretch_holds_what_is_kept_between_two_timestamps() {
    keep(Examples.message("1001.000100", "one"), Examples.message("1002.000100", "two"));
    keep(reply("1001.500000", "1001.000100"), Examples.message("1003.000100", "three"));
    timelines().delete(9, Examples.key("1003.000100"), Examples.NIGHT);
    keep(Examples.message("1004.000100", "four"));

    assertThat(stretches().said(9, null, ALL))
        .containsExactly("1001.000100", "1002.000100", "1004.000100");
    assertThat(stretches().said(9, null, new Bounds("1002.000100", "1004.000000")))
        .containsExactly("1002.000100");
    assertThat(stretches().messages(9, "1001.000100", ALL))
        .extracting(message -> message.key().ts())
        .containsExactly("1001.000100", "1001.500000");
    assertThat(stretches().said(10, null, ALL)).isEmpty();
    assertThat(stretches().threads(9, ALL)).containsExactly("1001.000100");
    assertThat(stretches().threads(9, new Bounds("1001.600000", "1004.000100"))).isEmpty();
    assertThat(stretches().threads(9, new Bounds("1001.000100", "1001.400000"))).isEmpty();
  }

  private void keep(Message... messages) {
    List.of(messages).forEach(message -> timelines().keep(9, message));
  }

  private static Message reply(String ts, String thread) {
    Message said = Examples.message(ts, "a reply");
    return new Message(
        said.key(),
        said.kind(),
        said.author(),
        said.label(),
        said.raw(),
        said.plain(),
        thread,
        said.version(),
        false);
  }

  @Test
  default void a_mark_that_a_writer_took_away_is_known_from_one_that_slack_took_away() {
    Instant at = Instant.ofEpochSecond(2_000);
    timelines().mark(9, Examples.mark("1001.000100", "key", true, at));
    timelines().mark(9, Examples.mark("1002.000100", "key", true, at));
    timelines().mark(9, shortcut("1002.000100", at));
    timelines().unmark(9, Examples.key("1001.000100"), "key", at.plusSeconds(1));
    Mark removed = Examples.mark("1002.000100", "key", false, at.plusSeconds(1));
    timelines().mark(9, removed);

    assertThat(stretches().marks(9, ALL))
        .containsExactlyInAnyOrder(
            new Stretches.KeptMark(
                Examples.mark("1001.000100", "key", false, at.plusSeconds(1)), true),
            new Stretches.KeptMark(removed, false));

    timelines().moveChannel(Examples.TEAM, "C1", "C2");
    assertThat(stretches().marks(9, ALL))
        .extracting(Stretches.KeptMark::withdrawn)
        .containsExactlyInAnyOrder(true, false);
  }

  private static Mark shortcut(String ts, Instant at) {
    return new Mark(Examples.key(ts), "key", "UANNE", Mark.SHORTCUT, true, at);
  }

  @Test
  default void a_message_that_was_marked_and_is_not_known_is_found() {
    Instant at = Instant.ofEpochSecond(2_000);
    keep(Examples.message("1001.000100", "one"), Examples.message("1002.000100", "two"));
    timelines().delete(9, Examples.key("1002.000100"), at);
    for (String ts : List.of("1001.000100", "1002.000100", "1003.000100")) {
      timelines().mark(9, Examples.mark(ts, "key", true, at));
    }
    assertThat(stretches().unseen(9, Instant.EPOCH)).containsExactly("1003.000100");
    assertThat(stretches().unseen(9, at.plusSeconds(1))).isEmpty();
    timelines().mark(9, Examples.mark("1003.000100", "key", false, at.plusSeconds(1)));
    assertThat(stretches().unseen(9, Instant.EPOCH)).isEmpty();
  }

  @Test
  default void the_readings_of_all_war_rooms_are_seen_at_once() {
    Instant now = Examples.NIGHT;
    assertThat(readings().progress())
        .isEqualTo(new Readings.Progress(0, 0, Optional.empty(), Optional.empty()));
    long read = opened("C1").id();
    long reading = opened("C2").id();
    long shut = opened("C3").id();
    readings().save(Reading.of(read, now, now.minusSeconds(500)).finished(now.minusSeconds(400)));
    assertThat(readings().progress())
        .isEqualTo(
            new Readings.Progress(0, 0, Optional.empty(), Optional.of(now.minusSeconds(400))));
    readings().save(Reading.of(reading, now, now.minusSeconds(30)));
    Reading hindered = Reading.of(shut, now, now.minusSeconds(60));
    readings().save(hindered.with(hindered.hitch().shut("not_in_channel", now)));
    readings().save(Reading.of(99, now, now.minusSeconds(90_000)));
    assertThat(readings().progress())
        .isEqualTo(
            new Readings.Progress(
                2, 1, Optional.of(now.minusSeconds(60)), Optional.of(now.minusSeconds(400))));
  }
}
