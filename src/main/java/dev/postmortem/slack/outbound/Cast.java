package dev.postmortem.slack.outbound;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.meeting.Meeting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everybody who plays a part in a post-mortem, by user id, so that nobody has to be shown as an id.
 */
final class Cast {
  private Cast() {}

  static Set<String> of(Draft draft, Records records) {
    Set<String> ids = new LinkedHashSet<>();
    add(ids, draft.roles().owner(), draft.roles().moderator(), draft.roles().noteTaker());
    records.timelines().voices(draft.id()).forEach(voice -> ids.add(voice.author()));
    draft.participants().forEach(participant -> add(ids, participant.user()));
    draft.tasks().forEach(task -> add(ids, task.owner()));
    draft.questions().forEach(question -> add(ids, question.asker()));
    draft.questions().stream()
        .flatMap(question -> question.answers().stream())
        .forEach(answer -> add(ids, answer.by()));
    records.waivers().of(draft.id()).forEach(waiver -> add(ids, waiver.by()));
    records.meetings().of(draft.id()).map(Meeting::attendees).orElse(List.of()).forEach(ids::add);
    ids.removeIf(id -> !id.startsWith("U") && !id.startsWith("W"));
    return ids;
  }

  private static void add(Set<String> ids, @org.jspecify.annotations.Nullable String... users) {
    Stream.of(users).filter(Objects::nonNull).forEach(ids::add);
  }
}
