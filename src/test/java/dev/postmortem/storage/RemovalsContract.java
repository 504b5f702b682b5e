package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Change;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Unsaved;
import dev.postmortem.draft.privacy.Removals.Piece;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Person;
import dev.postmortem.timeline.SlackTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store promises about messages that were kept long enough. */
public interface RemovalsContract extends Kept {
  String CHAT = "1795442709.000100";
  String KEY_POINT = "1795442710.000200";
  String MOVED = "1795442711.000300";
  String HIDDEN = "1795442712.000400";
  String GONE = "1795442713.000500";
  String REPLACED = "1795442714.000600";
  Instant OUT = Examples.NIGHT.plus(Duration.ofDays(1));
  Instant LATER = OUT.plus(Duration.ofDays(365));

  /** A published one, with an entry of every sort. */
  default long published() {
    Draft draft = opened("C1");
    long id = draft.id();
    for (String ts : List.of(CHAT, KEY_POINT, MOVED, HIDDEN, GONE, REPLACED)) {
      timelines().keep(id, Examples.message(ts, "first " + ts));
      timelines()
          .keep(id, Examples.edited(ts, "words " + ts, SlackTime.instant(ts).plusSeconds(9)));
    }
    timelines().keep(id, note("N1"));
    timelines().mark(id, Examples.mark(KEY_POINT, "key", true, OUT));
    timelines().mark(id, Examples.mark(CHAT, "key", true, OUT));
    timelines().mark(id, Examples.mark(CHAT, "key", false, OUT.plusSeconds(1)));
    timelines().amend(id, Examples.key(MOVED), new Amendment(OUT, null, false));
    timelines().amend(id, Examples.key(HIDDEN), new Amendment(null, null, true));
    timelines()
        .amend(
            id,
            Examples.key(REPLACED),
            new Amendment(null, "{\"text\":\"milder\"}", "milder", false));
    timelines().delete(id, Examples.key(GONE), OUT);
    unsaved().save(id, "UANNE", new Unsaved.Text("impact", "half a thought", OUT));
    drafts().save(draft.published(OUT));
    return id;
  }

  private static Message note(String ts) {
    MessageKey key = new MessageKey(Examples.TEAM, "C1", ts);
    return new Message(key, Kind.NOTE, "UBERT", "", "{\"text\":\"n\"}", "n", null, OUT, false);
  }

  default List<String> kept(long id) {
    return timelines().of(id).stream().map(entry -> entry.key().ts()).toList();
  }

  default void removeAll(long id, int most) {
    while (removals().removeSome(id, most, LATER).more()) {}
  }

  @Test
  default void what_was_only_said_goes_and_what_was_filed_written_or_changed_stays() {
    long id = published();

    removeAll(id, 500);

    assertThat(kept(id)).containsExactlyInAnyOrder("N1", KEY_POINT, MOVED, REPLACED);
    assertThat(timelines().deleted(id)).isOne();
    assertThat(removals().of(id).orElseThrow().messages()).isEqualTo(2);
    assertThat(removals().of(id).orElseThrow().at()).isEqualTo(LATER);
  }

  @Test
  default void the_document_is_made_of_the_same_whatever_the_size_of_the_pieces() {
    long id = published();
    List<Entry> filed = timelines().filed(id);

    assertThat(removals().removeSome(id, 1, LATER)).isEqualTo(new Piece(1, true));
    assertThat(removals().of(id).orElseThrow().messages()).isEqualTo(2);
    removeAll(id, 1);

    assertThat(timelines().filed(id)).isEqualTo(filed);
    assertThat(kept(id)).containsExactlyInAnyOrder("N1", KEY_POINT, MOVED, REPLACED);
    assertThat(removals().of(id).orElseThrow().messages()).isEqualTo(2);
  }

  @Test
  default void when_something_was_said_is_kept_for_the_drawing_but_not_of_what_was_left_out() {
    long id = published();

    removeAll(id, 500);

    assertThat(removals().of(id).orElseThrow().said())
        .containsExactly(Instant.ofEpochSecond(SlackTime.instant(CHAT).getEpochSecond()));
  }

  @Test
  default void earlier_forms_stay_only_of_entries_that_are_shown_in_their_own_words() {
    long id = published();

    removeAll(id, 500);

    assertThat(timelines().revisions(id))
        .containsOnlyKeys(Examples.key(KEY_POINT), Examples.key(MOVED));
    Entry replaced = timelines().find(id, Examples.key(REPLACED)).orElseThrow();
    assertThat(replaced.raw()).contains("milder");
    assertThat(replaced.message().raw()).contains("milder");
    assertThat(replaced.message().plain()).isEqualTo("milder");
  }

  @Test
  default void whoever_spoke_stays_a_participant_except_bots_and_those_taken_out() {
    Draft draft = opened("C1");
    long id = draft.id();
    people().save(new Person("UROBOT", "Robot", "", null, true));
    int number = 1000;
    for (String who : List.of("UONE", "UTWO", "UROBOT", "UOUT")) {
      MessageKey key = Examples.key("1795442709.00" + number++);
      timelines().keep(id, new Message(key, Kind.MESSAGE, who, "", "{}", "", null, OUT, false));
    }
    drafts().save(id, new Participant("UOUT", null, true));
    drafts().save(draft.published(OUT));

    removeAll(id, 500);

    assertThat(drafts().find(id).orElseThrow().participants())
        .containsExactlyInAnyOrder(
            new Participant("UONE", null, false),
            new Participant("UTWO", null, false),
            new Participant("UOUT", null, true));
    assertThat(removals().of(id).orElseThrow().voices()).containsExactly("UONE", "UTWO", "UOUT");
  }

  @Test
  default void of_a_cancelled_one_only_notes_stay() {
    Draft draft = opened("C1");
    long id = draft.id();
    timelines().keep(id, Examples.message(CHAT, "chat"));
    timelines().keep(id, Examples.message(KEY_POINT, "key point"));
    timelines().keep(id, note("N1"));
    timelines().mark(id, Examples.mark(KEY_POINT, "key", true, OUT));
    chronicle().add(id, new Change(OUT, "UANNE", "cancelled it: false alarm"));
    drafts().save(draft.cancelled("false alarm"));

    assertThat(removals().due(OUT.minusSeconds(1), 9)).isEmpty();
    assertThat(removals().due(OUT, 9)).containsExactly(id);
    removeAll(id, 500);

    assertThat(kept(id)).containsExactly("N1");
    assertThat(removals().due(LATER, 9)).isEmpty();
  }

  @Test
  default void one_is_due_when_it_was_out_long_enough_until_all_is_done() {
    long id = published();

    assertThat(removals().due(OUT.minusSeconds(1), 9)).isEmpty();
    assertThat(removals().due(OUT, 9)).containsExactly(id);
    removals().removeSome(id, 1, LATER);
    assertThat(removals().due(OUT, 9)).containsExactly(id);
    removeAll(id, 1);
    assertThat(removals().due(LATER, 9)).isEmpty();
  }

  @Test
  default void a_document_that_is_still_to_be_sent_is_sent_whole() {
    long id = published();
    outbox().put(new Letter("files/1", id, Letter.Kind.FILES, "files/C9", ""), OUT);

    assertThat(removals().due(OUT, 9)).isEmpty();
    outbox().sent("files/1", OUT);

    assertThat(removals().due(OUT, 9)).containsExactly(id);
  }

  @Test
  default void nothing_is_removed_while_it_is_open_or_corrected() {
    Draft open = opened("C2");
    long id = published();
    drafts().save(drafts().find(id).orElseThrow().with(State.CORRECTING));

    assertThat(removals().due(LATER, 9)).isEmpty();
    assertThat(removals().removeSome(id, 9, LATER)).isEqualTo(new Piece(0, false));
    assertThat(removals().removeSome(open.id(), 9, LATER)).isEqualTo(new Piece(0, false));

    assertThat(kept(id)).contains(CHAT);
    assertThat(removals().of(id)).isEmpty();
  }

  @Test
  default void what_a_correction_took_in_and_out_again_goes_the_next_time() {
    long id = published();
    removeAll(id, 500);
    timelines().keep(id, Examples.message(CHAT, "once more"));

    assertThat(removals().due(OUT, 9)).containsExactly(id);
    while (removals().removeSome(id, 500, LATER.plusSeconds(9)).more()) {}

    assertThat(kept(id)).doesNotContain(CHAT);
    assertThat(removals().of(id).orElseThrow().messages()).isEqualTo(3);
    assertThat(removals().of(id).orElseThrow().at()).isEqualTo(LATER);
  }

  @Test
  default void two_bots_at_once_do_no_harm() throws Exception {
    long id = published();

    StoreContract.together(4, number -> removeAll(id, 1));

    assertThat(kept(id)).containsExactlyInAnyOrder("N1", KEY_POINT, MOVED, REPLACED);
    assertThat(removals().of(id).orElseThrow().messages()).isEqualTo(2);
    assertThat(timelines().deleted(id)).isOne();
  }

  @Test
  default void a_copy_of_a_picture_goes_with_the_last_message_that_shows_it() {
    long id = published();
    pictures()
        .look(
            Examples.key(CHAT),
            m -> List.of(PicturesContract.picture("F1"), PicturesContract.picture("F2")),
            OUT);
    pictures().look(Examples.key(KEY_POINT), m -> List.of(PicturesContract.picture("F2")), OUT);
    pictures().keep(PicturesContract.picture("F1"), PicturesContract.copy(3));
    pictures().keep(PicturesContract.picture("F2"), PicturesContract.copy(4));

    removeAll(id, 500);

    assertThat(pictures().copies(id)).containsOnlyKeys("F2");
    assertThat(pictures().bytes(Examples.TEAM, "F1")).isEmpty();
    assertThat(pictures().bytes(Examples.TEAM, "F2")).isPresent();
  }
}
