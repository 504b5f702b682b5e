package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.timeline.ImageType;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.PictureCopy;
import dev.postmortem.timeline.Pictures.Kept;
import dev.postmortem.timeline.SharedPicture;
import dev.postmortem.timeline.SlackTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a store promises about copies of pictures. */
public interface PicturesContract extends dev.postmortem.storage.Kept {
  String ONE = "1795442709.000100";
  String TWO = "1795442800.000100";
  Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

  static SharedPicture picture(String file) {
    return new SharedPicture(
        Examples.TEAM, file, file + ".png", "image/png", "https://files.slack.com/" + file, 3);
  }

  static PictureCopy copy(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return new PictureCopy(ImageType.PNG, bytes, NOW);
  }

  /** A kept message with files, whatever they are. */
  default long said(String ts) {
    long incident = opened("C" + drafts().all().size()).id();
    timelines().keep(incident, withFiles(ts, SlackTime.instant(ts)));
    return incident;
  }

  private static Message withFiles(String ts, Instant version) {
    String raw = "{\"text\":\"\",\"files\":[{\"id\":\"F1\"}]}";
    return new Message(Examples.key(ts), Kind.MESSAGE, "UANNE", "", raw, "", null, version, false);
  }

  default void shows(String ts, String... files) {
    List<SharedPicture> pictures = List.of(files).stream().map(PicturesContract::picture).toList();
    pictures().look(Examples.key(ts), message -> pictures, NOW);
  }

  @Test
  default void a_new_picture_is_due_and_comes_back_as_it_was_told() {
    said(ONE);
    shows(ONE, "F1");

    assertThat(pictures().due(NOW.minusNanos(1_000))).isEmpty();
    assertThat(pictures().due(NOW).orElseThrow().picture()).isEqualTo(picture("F1"));
    assertThat(pictures().due(NOW).orElseThrow().attempts()).isZero();
    assertThat(pictures().nextDue()).contains(NOW);
  }

  @Test
  default void a_copy_of_many_pieces_comes_back_byte_by_byte() {
    long incident = said(ONE);
    shows(ONE, "F1", "F2");
    PictureCopy large = copy(3 * 1024 * 1024 + 17);
    pictures().keep(picture("F1"), copy(5));
    pictures().keep(picture("F1"), large);

    assertThat(pictures().bytes(Examples.TEAM, "F1").orElseThrow()).isEqualTo(large.bytes());
    assertThat(pictures().bytes(Examples.TEAM, "F2")).isEmpty();
    assertThat(pictures().copies(incident))
        .containsOnlyKeys("F1")
        .containsValue(new Kept(ImageType.PNG, large.bytes().length));
    assertThat(pictures().due(NOW).orElseThrow().picture().file()).isEqualTo("F2");
  }

  @Test
  default void what_cannot_be_had_is_tried_when_it_is_due_again_or_never() {
    said(ONE);
    shows(ONE, "F1");
    pictures().miss(picture("F1"), "busy", NOW.plusSeconds(60));

    assertThat(pictures().due(NOW.plusSeconds(59))).isEmpty();
    assertThat(pictures().due(NOW.plusSeconds(60)).orElseThrow().attempts()).isEqualTo(1);

    pictures().miss(picture("F1"), "too large", null);
    assertThat(pictures().due(Instant.parse("2030-01-01T00:00:00Z"))).isEmpty();
    assertThat(pictures().nextDue()).isEmpty();
    shows(ONE, "F1");
    assertThat(pictures().nextDue()).as("seen again, it is still known").isEmpty();
  }

  @Test
  default void the_copy_goes_with_the_last_message_that_shows_the_picture() {
    long incident = said(ONE);
    timelines().keep(incident, withFiles(TWO, SlackTime.instant(TWO)));
    shows(ONE, "F1");
    shows(TWO, "F1");
    pictures().keep(picture("F1"), copy(5));

    timelines().delete(incident, Examples.key(ONE), NOW);
    assertThat(pictures().copies(incident)).containsOnlyKeys("F1");
    timelines().delete(incident, Examples.key(TWO), NOW);
    assertThat(pictures().copies(incident)).isEmpty();
    assertThat(pictures().bytes(Examples.TEAM, "F1")).isEmpty();
  }

  @Test
  default void a_copy_that_comes_after_its_message_is_taken_back_is_not_kept() {
    long incident = said(ONE);
    shows(ONE, "F1");
    timelines().delete(incident, Examples.key(ONE), NOW);
    pictures().keep(picture("F1"), copy(5));
    shows(ONE, "F1");

    assertThat(pictures().bytes(Examples.TEAM, "F1")).isEmpty();
    assertThat(pictures().nextDue()).isEmpty();
  }

  @Test
  default void a_picture_that_a_message_no_longer_shows_goes() {
    long incident = said(ONE);
    shows(ONE, "F1", "F2");
    pictures().keep(picture("F1"), copy(5));
    pictures().keep(picture("F2"), copy(6));
    shows(ONE, "F2");

    assertThat(pictures().copies(incident)).containsOnlyKeys("F2");
    assertThat(pictures().bytes(Examples.TEAM, "F1")).isEmpty();
  }

  @Test
  default void messages_with_files_that_nobody_looked_through_are_found() {
    long incident = said(ONE);
    timelines().keep(incident, withFiles(TWO, SlackTime.instant(TWO)));
    timelines().keep(incident, Examples.message("1795442900.000100", "no files"));

    assertThat(pictures().unseen(incident)).containsExactly(Examples.key(ONE), Examples.key(TWO));
    shows(ONE, "F1");
    timelines().delete(incident, Examples.key(TWO), NOW);
    assertThat(pictures().unseen(incident)).isEmpty();
  }

  @Test
  default void pictures_move_with_their_channel() {
    long incident = said(ONE);
    shows(ONE, "F1");
    pictures().keep(picture("F1"), copy(5));
    timelines().moveChannel(Examples.TEAM, "C1", "C2");

    assertThat(pictures().copies(incident)).containsOnlyKeys("F1");
    timelines().delete(incident, new MessageKey(Examples.TEAM, "C2", ONE), NOW);
    assertThat(pictures().bytes(Examples.TEAM, "F1")).isEmpty();
  }
}
