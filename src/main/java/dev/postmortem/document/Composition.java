package dev.postmortem.document;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Remark;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.Template;
import dev.postmortem.draft.Waiver;
import dev.postmortem.draft.privacy.Removal;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One document in the making. */
final class Composition {
  private final Composer composer;
  private final Composer.Material material;
  private final Draft draft;
  private final Cast cast;
  private final Map<Entry, Document.Line> lines = new LinkedHashMap<>();

  Composition(Composer composer, Composer.Material material) {
    this.composer = composer;
    this.material = material;
    this.draft = material.draft();
    this.cast = new Cast(composer::person, draft.participants());
    material.entries().stream()
        .filter(entry -> !entry.amendment().hidden())
        .sorted(Comparator.comparing(Entry::at))
        .forEach(entry -> lines.put(entry, line(entry)));
  }

  Document document(Template template) {
    return new Document(
        draft.name(),
        head(),
        parts(template),
        List.copyOf(lines.values()),
        material.deleted(),
        cast.participants(heard(), List.copyOf(lines.keySet())),
        draft.tasks().stream().map(this::task).toList(),
        draft.questions().stream().map(this::question).toList(),
        gathering(material.meeting()),
        passed(),
        removed());
  }

  private Document.Head head() {
    Headline headline = draft.headline();
    return new Document.Head(
        Clean.name(headline.title()),
        draft.state().word(),
        Clean.name(headline.severity()),
        headline.started(),
        headline.resolved(),
        headline.zone(),
        cast.memberOrNull(draft.roles().owner()),
        cast.memberOrNull(draft.roles().moderator()),
        cast.memberOrNull(draft.roles().noteTaker()),
        Clean.name(draft.room().name()));
  }

  private Document.Line line(Entry entry) {
    Message message = entry.message();
    List<Block> words = composer.words(entry.raw());
    String ts = message.key().ts();
    return new Document.Line(
        entry.at(),
        message.key().isFromSlack() ? ts : null,
        message.key().channel(),
        cast.author(message),
        message.kind(),
        entry.tags(),
        words,
        composer.permalink(entry),
        message.edited(),
        ts.equals(message.thread()) ? null : message.thread(),
        Pictures.in(words),
        Formerly.of(composer, entry, material.revisions().getOrDefault(entry.key(), List.of())));
  }

  /** The sections; notes that people made stay readable where the template shows no timeline. */
  private List<Document.Part> parts(Template template) {
    List<Document.Part> parts = new ArrayList<>();
    template.of(draft, material.entries()).forEach(section -> parts.add(part(section)));
    List<Document.Line> notes = where(entry -> entry.message().kind() == Kind.NOTE);
    if (!notes.isEmpty() && parts.stream().noneMatch(part -> part.key().equals("timeline"))) {
      parts.add(new Document.Part("notes", "Notes", "", List.of(), notes));
    }
    return parts;
  }

  private Document.Part part(Section section) {
    List<Block> written = new ArrayList<>();
    for (Remark remark : draft.body(section.key()).remarks()) {
      written.addAll(remark(section, remark));
    }
    return new Document.Part(
        section.key(), section.title(), section.prompt(), written, filed(section));
  }

  /** Additional details are told with the name of who told them. */
  private List<Block> remark(Section section, Remark remark) {
    List<Block> words = composer.words(remark.raw());
    String who = cast.member(remark.by()).nameAndRole() + ": ";
    return section.key().equals("details") ? Phrase.before(Phrase.of(who), words) : words;
  }

  private List<Document.Line> filed(Section section) {
    Set<MessageKey> drawn = drawnElsewhere(section);
    return where(entry -> entry.isTagged(section.tag()) && !drawn.contains(entry.key()));
  }

  private List<Document.Line> where(Predicate<Entry> wanted) {
    return lines.entrySet().stream()
        .filter(line -> wanted.test(line.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The messages that tasks and questions were made from; their words are in those already. */
  private Set<MessageKey> drawnElsewhere(Section section) {
    Stream<@Nullable MessageKey> sources =
        switch (section.key()) {
          case "tasks" -> draft.tasks().stream().map(Task::source);
          case "questions" -> draft.questions().stream().map(Question::source);
          default -> Stream.empty();
        };
    return sources.filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private Document.TaskLine task(Task task) {
    return new Document.TaskLine(
        task.number(),
        composer.words(task.raw()),
        cast.memberOrNull(task.owner()),
        task.due(),
        task.state().word(),
        Clean.name(task.reason()));
  }

  private Document.QuestionLine question(Question question) {
    List<Document.Answer> answers =
        question.answers().stream()
            .map(a -> new Document.Answer(composer.words(a.raw()), cast.member(a.by()), a.at()))
            .toList();
    return new Document.QuestionLine(
        question.number(), composer.words(question.raw()), cast.member(question.asker()), answers);
  }

  private Document.@Nullable Passed passed() {
    List<Waiver> passed = Waiver.Subject.GATE.of(material.waivers());
    return passed.isEmpty()
        ? null
        : new Document.Passed(
            passed.stream().map(one -> Clean.name(one.about())).toList(),
            Clean.name(passed.get(0).reason()),
            cast.member(passed.get(0).by()));
  }

  private List<String> heard() {
    Removal removal = material.removal();
    return removal == null ? List.of() : removal.voices();
  }

  private Document.@Nullable Removed removed() {
    Removal removal = material.removal();
    return removal == null
        ? null
        : new Document.Removed(removal.at(), removal.messages(), removal.said());
  }

  private Document.@Nullable Gathering gathering(@Nullable Meeting meeting) {
    if (meeting == null || meeting.cancelled()) {
      return null;
    }
    return new Document.Gathering(
        meeting.at(),
        meeting.length(),
        meeting.zone(),
        meeting.attendees().stream().map(cast::member).toList(),
        Clean.name(meeting.where()));
  }
}
