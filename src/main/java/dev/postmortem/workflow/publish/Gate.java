package dev.postmortem.workflow.publish;

import dev.postmortem.draft.Completeness;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Gap;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Remark;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.Task;
import dev.postmortem.review.secret.Secrets;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Weighs what stands between a draft and its readers. */
public final class Gate {
  private static final Secrets SECRETS = Secrets.known();
  private final Desk desk;

  public Gate(Desk desk) {
    this.desk = desk;
  }

  /** Weighs a draft as it stands. */
  public Completeness weigh(Draft draft) {
    return desk.store().read(records -> weigh(records, draft));
  }

  /** Weighs a draft within a piece of work. */
  public Completeness weigh(Records records, Draft draft) {
    List<Entry> filed = records.timelines().filed(draft.id());
    return Completeness.of(
        draft,
        new Completeness.Scales(
            desk.template(),
            filed,
            records.meetings().of(draft.id()).orElse(null),
            records.waivers().of(draft.id()),
            secrets(draft, filed),
            desk.now()));
  }

  /**
   * Secrets are masked before anything is kept. This looks once more, for a shape that was not
   * known then, at what was written and what was marked.
   */
  private List<Gap> secrets(Draft draft, List<Entry> filed) {
    List<Gap> gaps = new ArrayList<>();
    if (isSecret(Stream.of(draft.headline().title()))) {
      gaps.add(secret("headline", "the title"));
    }
    for (Section section : desk.template().of(draft, filed)) {
      if (isSecret(draft.body(section.key()).remarks().stream().map(Remark::plain))
          || isSecret(listed(draft, section))) {
        gaps.add(secret("section/" + section.key(), section.title()));
      }
    }
    filed.stream()
        .filter(entry -> !entry.amendment().hidden() && entry.amendment().raw() == null)
        .filter(entry -> isSecret(Stream.of(entry.message().plain())))
        .map(entry -> secret("entry/" + entry.key().ts(), "the entry of " + time(draft, entry)))
        .forEach(gaps::add);
    return gaps;
  }

  private static Stream<String> listed(Draft draft, Section section) {
    return switch (section.key()) {
      case "tasks" -> draft.tasks().stream().map(Task::plain);
      case "questions" ->
          draft.questions().stream()
              .flatMap(
                  one ->
                      Stream.concat(
                          Stream.of(one).map(Question::plain),
                          one.answers().stream().map(Remark::plain)));
      default -> Stream.empty();
    };
  }

  private static boolean isSecret(Stream<String> words) {
    return words.anyMatch(text -> !SECRETS.find(text).isEmpty());
  }

  private static Gap secret(String place, String where) {
    return new Gap(Gap.Kind.SECRET, place, "masking what should be secret in " + where);
  }

  private static String time(Draft draft, Entry entry) {
    return Printed.full(entry.at(), draft.headline().zone());
  }
}
