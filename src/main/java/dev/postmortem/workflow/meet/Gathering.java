package dev.postmortem.workflow.meet;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Task;
import dev.postmortem.review.invite.Candidate;
import dev.postmortem.review.invite.Candidate.Link;
import dev.postmortem.review.invite.Candidate.Part;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Person;
import dev.postmortem.timeline.Voice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects who could be invited; the same person may come up many times. */
final class Gathering {
  /** Of a longer timeline only the latest entries are searched for names: a window waits for it. */
  private static final int SEARCHED = 3_000;

  private static final Set<Kind> OF_PEOPLE = EnumSet.of(Kind.MESSAGE, Kind.NOTE);
  private final List<Candidate> candidates = new ArrayList<>();
  private final Records records;
  private final Draft draft;
  private final Set<String> leftOut;

  Gathering(Records records, Draft draft) {
    this.records = records;
    this.draft = draft;
    leftOut =
        draft.participants().stream()
            .filter(Participant::removed)
            .map(Participant::user)
            .collect(Collectors.toSet());
  }

  /** What was found, without bots. */
  List<Candidate> people() {
    return candidates.stream().filter(one -> !isBot(one.user())).toList();
  }

  private boolean isBot(String user) {
    boolean person = user.startsWith("U") || user.startsWith("W");
    return !person || records.people().find(user).map(Person::bot).orElse(false);
  }

  void roles() {
    add(draft.roles().owner(), Link.POINT_PERSON);
    add(draft.roles().moderator(), Link.MODERATOR);
    add(draft.roles().noteTaker(), Link.NOTE_TAKER);
    draft.tasks().stream()
        .filter(task -> task.state() == Task.State.OPEN)
        .forEach(task -> add(task.owner(), Link.TASK_OWNER));
  }

  /** Who spoke, whose words were marked, and who was written down. */
  void takingPart() {
    for (Voice voice : records.timelines().voices(draft.id())) {
      if (OF_PEOPLE.contains(voice.kind())) {
        did(voice.author(), new Part(voice.messages(), 0, 0));
      }
    }
    for (Entry entry : records.timelines().filed(draft.id())) {
      String author = entry.message().author();
      if (author != null && OF_PEOPLE.contains(entry.message().kind())) {
        did(author, new Part(0, 1, 0));
      }
    }
    draft.participants().stream()
        .filter(one -> !one.removed())
        .forEach(one -> add(one.user(), Link.LISTED));
  }

  /** Who was named in the war room, and in what was written since. */
  void named(Mentions mentions) {
    for (Entry entry : records.timelines().latest(draft.id(), 0, SEARCHED)) {
      if (!entry.amendment().hidden()) {
        mentions.in(entry.raw()).forEach(user -> did(user, new Part(0, 0, 1)));
      }
    }
    draft.bodies().values().stream()
        .flatMap(body -> body.remarks().stream())
        .flatMap(remark -> mentions.in(remark.raw()).stream())
        .forEach(user -> add(user, Link.TAGGED));
  }

  void add(@Nullable String user, Link link) {
    if (user != null && !user.isEmpty()) {
      candidates.add(candidate(user, Set.of(link), Part.NONE));
    }
  }

  /** Whoever the writers took out of the participants is not proposed for what they said. */
  private void did(String user, Part part) {
    if (!leftOut.contains(user)) {
      candidates.add(candidate(user, Set.of(), part));
    }
  }

  /** Somebody with the title that the post-mortem gives them, else with that of the profile. */
  Candidate candidate(String user, Set<Link> links, Part part) {
    Optional<String> written =
        draft.participants().stream()
            .filter(one -> one.user().equals(user) && one.role() != null)
            .map(one -> String.valueOf(one.role()))
            .findFirst();
    String title =
        written.orElseGet(() -> records.people().find(user).map(Person::role).orElse(""));
    return new Candidate(user, title, links, part);
  }
}
