package dev.postmortem.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Remark;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.SectionBody;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.Template;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Names;
import dev.postmortem.timeline.Person;
import dev.postmortem.timeline.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private static final Instant START = Instant.parse("2018-06-22T02:00:00Z");
  private static final Map<String, Person> PEOPLE =
      Map.of(
          "U1", new Person("U1", "Joe\u202E", "Support Staff", null, false),
          "U2", new Person("U2", "Jane", "Engineer", null, false),
          "UBOT", new Person("UBOT", "robot", "", null, true));
  private static final Permalinks LINKS = Permalinks.at("https://acme.slack.com");

  private final Composer composer =
      new Composer(
          (raw, names) -> List.of(Documents.paragraph(raw)),
          id -> PEOPLE.getOrDefault(id, Person.unknown(id)),
          Names.NONE,
          LINKS);

  @Test
  void entries_stand_in_the_order_of_their_time_amended_and_without_the_hidden() {
    Entry late = entry("100.000002", "U1", "late", Amendment.NONE);
    Entry moved = entry("100.000003", "U2", "moved", new Amendment(START, "rewritten", false));
    Entry hidden = entry("100.000004", "U9", "hidden", new Amendment(null, null, true));
    Document document = compose(List.of(late, moved, hidden));
    assertThat(document.timeline())
        .extracting(line -> words(line))
        .containsExactly("rewritten", "late");
    assertThat(document.participants()).extracting(Document.Member::id).doesNotContain("U9");
    assertThat(document.deleted()).isEqualTo(3);
  }

  @Test
  void participants_are_the_people_who_spoke_with_the_corrections_of_the_writers() {
    Document document =
        compose(
            List.of(
                entry("100.1", "U1", "a", Amendment.NONE),
                entry("100.2", "UBOT", "b", Amendment.NONE),
                entry("100.3", "U3", "c", Amendment.NONE)));
    assertThat(document.participants())
        .extracting(Document.Member::nameAndRole)
        .containsExactly("Joe (On call)", "Jane (Engineer)");
  }

  @Test
  void messages_are_filed_by_their_tags_and_not_told_again_as_tasks() {
    Document document =
        compose(List.of(entry("100.1", "U1", "seen", Amendment.NONE, "observation", "task")));
    assertThat(part(document, "observations").filed()).hasSize(1);
    assertThat(part(document, "tasks").filed()).isEmpty();
    assertThat(document.tasks()).hasSize(1);
    assertThat(document.questions().get(0).answers()).hasSize(1);
  }

  @Test
  void additional_details_are_told_with_who_told_them() {
    List<Block> written = part(compose(List.of()), "details").written();
    assertThat(new TextRenderer().words(written)).isEqualTo("Jane (Engineer): pulled the plug");
  }

  @Test
  void a_cancelled_meeting_is_not_told() {
    Meeting meeting =
        new Meeting(
            7, 1, START, Duration.ofMinutes(30), Documents.LONDON, List.of("U1"), "here", false);
    assertThat(compose(List.of(), meeting).meeting()).isNotNull();
    assertThat(compose(List.of(), meeting.cancelledNow()).meeting()).isNull();
  }

  @Test
  void a_reply_is_linked_within_its_thread_and_a_note_not_at_all() {
    MessageKey key = new MessageKey("T1", "C1", "1529633400.000100");
    assertThat(LINKS.of(key, null))
        .hasValue("https://acme.slack.com/archives/C1/p1529633400000100");
    assertThat(LINKS.of(key, "1529633400.000100"))
        .hasValue("https://acme.slack.com/archives/C1/p1529633400000100");
    assertThat(LINKS.of(key, "1529633300.000200"))
        .hasValue(
            "https://acme.slack.com/archives/C1/p1529633400000100?thread_ts=1529633300.000200&cid=C1");
    assertThat(LINKS.of(new MessageKey("T1", "C1", "note-1"), null)).isEmpty();
  }

  @Test
  void a_bot_goes_by_the_name_it_gave_itself() {
    Message alert =
        new Message(
            new MessageKey("T1", "C1", "100.9"),
            Kind.ALERT,
            "B1",
            "Monitor",
            "down",
            "down",
            null,
            START,
            false);
    Document document =
        compose(List.of(new Entry(7, alert, START, Amendment.NONE, new TreeSet<>())));
    assertThat(document.timeline().get(0).author().nameAndRole()).isEqualTo("Monitor");
    assertThat(document.participants()).extracting(Document.Member::id).containsExactly("U1", "U2");
  }

  @Test
  void what_a_message_said_before_it_was_edited_is_told() {
    Entry entry = entry("100.1", "U1", "three", Amendment.NONE);
    List<Revision> before =
        List.of(was(0, "one"), was(10, "one"), was(20, "two"), was(30, "three"));
    assertThat(formerly(entry, before)).containsExactly("one", "two");
    assertThat(formerly(entry, List.of())).isEmpty();
  }

  @Test
  void of_a_message_that_was_edited_all_the_time_the_first_and_the_latest_forms_are_told() {
    List<Revision> before = IntStream.range(0, 100).mapToObj(i -> was(i, i + " %")).toList();
    assertThat(formerly(entry("100.1", "UBOT", "100 %", Amendment.NONE), before))
        .containsExactly("0 %", "96 %", "97 %", "98 %", "99 %");
  }

  @Test
  void what_a_writer_put_into_other_words_is_not_told_in_those_before() {
    Amendment rewritten = new Amendment(null, "rewritten", false);
    Entry entry = entry("100.1", "U1", "two", rewritten);
    assertThat(formerly(entry, List.of(was(0, "one")))).isEmpty();
  }

  private static Revision was(int second, String words) {
    MessageKey key = new MessageKey("T1", "C1", "100.1");
    return new Revision(key, START.plusSeconds(second), words, words);
  }

  private List<String> formerly(Entry entry, List<Revision> before) {
    Composer.Material material =
        new Composer.Material(draft(), List.of(entry), Map.of(entry.key(), before), 0, null);
    return composer.compose(Template.DEFAULT, material).timeline().get(0).former().stream()
        .map(form -> new TextRenderer().words(form.words()))
        .toList();
  }

  private Document compose(List<Entry> entries) {
    return compose(entries, null);
  }

  private Document compose(List<Entry> entries, Meeting meeting) {
    return composer.compose(
        Template.DEFAULT, new Composer.Material(draft(), entries, Map.of(), 3, meeting));
  }

  private static Document.Part part(Document document, String key) {
    return document.parts().stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }

  private static String words(Document.Line line) {
    return new TextRenderer().words(line.words());
  }

  private static Entry entry(
      String ts, String author, String words, Amendment amendment, String... tags) {
    Message message =
        new Message(
            new MessageKey("T1", "C1", ts),
            Kind.MESSAGE,
            author,
            "",
            words,
            words,
            null,
            START,
            false);
    return new Entry(7, message, START.plusSeconds(60), amendment, new TreeSet<>(List.of(tags)));
  }

  private static Draft draft() {
    Remark detail = new Remark("pulled the plug", "pulled the plug", "U2", START);
    return new Draft(
        7,
        new WarRoom("T1", "C1", "inc-42", false),
        State.OPEN,
        new Headline("Slow", "", START, null, Documents.LONDON),
        new Roles("U2", null, null),
        START,
        "",
        null,
        Map.of("details", new SectionBody("details", 1, List.of(detail))),
        List.of(
            new Task(
                1, "t", "t", null, null, Task.State.OPEN, "", new MessageKey("T1", "C1", "100.1"))),
        List.of(new Question(1, "q", "q", "U1", List.of(detail), null)),
        List.of(
            new Participant("U1", "On call", false),
            new Participant("U2", null, false),
            new Participant("U3", null, true)));
  }
}
