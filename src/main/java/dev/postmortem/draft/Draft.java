package dev.postmortem.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A post-mortem being written.
 *
 * @param opened when the bot was asked to take part
 * @param reason why it was cancelled, empty otherwise
 * @param published when the document went out first, null before
 * @param bodies by the section's key; a section without text may be missing
 */
public record Draft(
    long id,
    WarRoom room,
    State state,
    Headline headline,
    Roles roles,
    Instant opened,
    String reason,
    @Nullable Instant published,
    Map<String, SectionBody> bodies,
    List<Task> tasks,
    List<Question> questions,
    List<Participant> participants) {
  public Draft {
    bodies = Map.copyOf(bodies);
    tasks = List.copyOf(tasks);
    questions = List.copyOf(questions);
    participants = List.copyOf(participants);
  }

  /** A post-mortem in which nothing is written yet; the store gives it its id. */
  public static Draft opened(WarRoom room, Headline headline, Roles roles, Instant at) {
    return new Draft(
        0,
        room,
        State.OPEN,
        headline,
        roles,
        at,
        "",
        null,
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** How people name it. */
  public String name() {
    return "PM-" + id;
  }

  public SectionBody body(String key) {
    return bodies.getOrDefault(key, SectionBody.empty(key));
  }

  public Optional<Task> task(int number) {
    return tasks.stream().filter(t -> t.number() == number).findFirst();
  }

  public Optional<Question> question(int number) {
    return questions.stream().filter(q -> q.number() == number).findFirst();
  }

  public Draft with(State now) {
    return new Draft(
        id,
        room,
        now,
        headline,
        roles,
        opened,
        reason,
        published,
        bodies,
        tasks,
        questions,
        participants);
  }

  public Draft with(Headline now) {
    return new Draft(
        id,
        room,
        state,
        now,
        roles,
        opened,
        reason,
        published,
        bodies,
        tasks,
        questions,
        participants);
  }

  public Draft with(Roles now) {
    return new Draft(
        id,
        room,
        state,
        headline,
        now,
        opened,
        reason,
        published,
        bodies,
        tasks,
        questions,
        participants);
  }

  /** The draft in another war room: the channel was renamed, or became private. */
  public Draft with(WarRoom now) {
    return new Draft(
        id,
        now,
        state,
        headline,
        roles,
        opened,
        reason,
        published,
        bodies,
        tasks,
        questions,
        participants);
  }

  public Draft cancelled(String why) {
    return new Draft(
        id,
        room,
        State.CANCELLED,
        headline,
        roles,
        opened,
        why,
        published,
        bodies,
        tasks,
        questions,
        participants);
  }

  /** The incident is not over after all; why it was cancelled, if it was, is past. */
  public Draft reopened() {
    return new Draft(
        id,
        room,
        State.OPEN,
        headline.withResolved(null),
        roles,
        opened,
        "",
        published,
        bodies,
        tasks,
        questions,
        participants);
  }

  /** The document is out; the first time is kept when it goes out again. */
  public Draft published(Instant at) {
    return new Draft(
        id,
        room,
        State.PUBLISHED,
        headline,
        roles,
        opened,
        reason,
        published == null ? at : published,
        bodies,
        tasks,
        questions,
        participants);
  }
}
