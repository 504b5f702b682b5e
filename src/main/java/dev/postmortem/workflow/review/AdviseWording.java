package dev.postmortem.workflow.review;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Remark;
import dev.postmortem.draft.Section;
import dev.postmortem.review.wording.Advice;
import dev.postmortem.review.wording.Wording;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Names;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.KnownNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points out wording that blames people, in what was written and in what is printed of what was
 * said. It blocks nothing and rewrites nothing.
 */
public final class AdviseWording {
  private static final Wording KNOWN = Wording.known();

  /** Of longer timelines only what was marked is read: readers read that first. */
  private static final int ALL = 5_000;

  private final Desk desk;
  private final Words words;

  /** The verb; {@code words} reads an entry that was put into other words. */
  public AdviseWording(Desk desk, Words words) {
    this.desk = desk;
    this.words = words;
  }

  /** Reads what is kept as Slack's JSON. */
  public interface Words {
    String plain(String raw, Names names);
  }

  /**
   * Advice, and where it belongs.
   *
   * @param section the title of the section, or what else it stands in
   * @param entry the entry of the timeline, null for what was written into a section
   * @param sentence the sentence around the words
   */
  public record Place(String section, @Nullable Entry entry, String sentence, Advice advice) {}

  /** All advice about a draft: the sections first, then the timeline. */
  public List<Place> of(Draft draft) {
    return of(draft, section -> true, true);
  }

  /** The advice about what was written into these sections. */
  public List<Place> of(Draft draft, Collection<String> keys) {
    return of(draft, section -> keys.contains(section.key()), false);
  }

  private List<Place> of(Draft draft, Predicate<Section> wanted, boolean timeline) {
    return desk.store()
        .read(
            records -> {
              Wording wording = KNOWN.among(people(records, draft));
              List<Place> places = new ArrayList<>();
              List<Entry> filed = records.timelines().filed(draft.id());
              desk.template().of(draft, filed).stream()
                  .filter(wanted)
                  .forEach(section -> written(wording, draft, section, places));
              if (timeline) {
                entries(records, draft, filed)
                    .forEach(entry -> places.addAll(said(wording, entry, new KnownNames(records))));
              }
              return places;
            });
  }

  /** Everybody whose name may stand in a sentence. */
  private static List<String> people(Records records, Draft draft) {
    Set<String> ids = new LinkedHashSet<>();
    records.timelines().voices(draft.id()).forEach(voice -> ids.add(voice.author()));
    draft.participants().stream().map(Participant::user).forEach(ids::add);
    draft.tasks().forEach(task -> Optional.ofNullable(task.owner()).ifPresent(ids::add));
    records.meetings().of(draft.id()).ifPresent(meeting -> ids.addAll(meeting.attendees()));
    ids.add(draft.roles().owner());
    KnownNames names = new KnownNames(records);
    return ids.stream().map(names::user).flatMap(Optional::stream).toList();
  }

  private static void written(Wording wording, Draft draft, Section section, List<Place> places) {
    Stream<String> texts =
        switch (section.key()) {
          case "tasks" -> draft.tasks().stream().map(task -> task.plain());
          case "questions" ->
              draft.questions().stream()
                  .flatMap(
                      one ->
                          Stream.concat(
                              Stream.of(one.plain()), one.answers().stream().map(Remark::plain)));
          default -> Stream.empty();
        };
    Stream.concat(draft.body(section.key()).remarks().stream().map(Remark::plain), texts)
        .forEach(
            text ->
                wording
                    .advise(section.key(), text)
                    .forEach(
                        advice ->
                            places.add(
                                new Place(
                                    section.title(),
                                    null,
                                    Sentence.around(text, advice),
                                    advice))));
  }

  private static List<Entry> entries(Records records, Draft draft, List<Entry> filed) {
    List<Entry> all =
        records.timelines().size(draft.id()) > ALL ? filed : records.timelines().of(draft.id());
    return all.stream()
        .filter(entry -> !entry.amendment().hidden() && entry.message().kind() != Kind.ALERT)
        .toList();
  }

  private List<Place> said(Wording wording, Entry entry, Names names) {
    String rewritten = entry.amendment().raw();
    String text = rewritten == null ? entry.message().plain() : words.plain(rewritten, names);
    return wording.advise(entry.isTagged("remediation") ? "remediation" : "timeline", text).stream()
        .map(advice -> new Place("Timeline", entry, Sentence.around(text, advice), advice))
        .toList();
  }
}
