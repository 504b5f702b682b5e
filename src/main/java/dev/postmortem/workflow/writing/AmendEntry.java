package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Change;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Template;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.capture.FollowMarks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes how an entry of the timeline is shown: its time, its words, whether it is there, its
 * sections.
 */
public final class AmendEntry {
  private final Desk desk;

  public AmendEntry(Desk desk) {
    this.desk = desk;
  }

  /** Shows the entry at another time, in other words, or not at all. */
  public Outcome amend(Which which, MessageKey key, Amendment amendment) {
    return desk.change(
        which,
        (records, draft) -> {
          Optional<Entry> entry = records.timelines().find(draft.id(), key);
          if (entry.isEmpty()) {
            return gone();
          }
          records.timelines().amend(draft.id(), key, amendment);
          Amended amended = new Amended(entry.get(), amendment);
          List<String> words = amended.words(draft.headline().zone());
          writeDown(records, draft, entry.get(), words, which.by());
          return new Done(draft, "The timeline is changed.");
        });
  }

  /** An entry as it was, and what is shown of it from now on. */
  private record Amended(Entry before, Amendment now) {
    /** What is different, in words. */
    List<String> words(ZoneId zone) {
      List<String> words = new ArrayList<>();
      Instant moved = now.at();
      Instant at = moved == null ? before.said() : moved;
      if (!at.equals(before.at())) {
        words.add("moved it to " + Printed.full(at, zone));
      }
      if (!Objects.equals(now.raw(), before.amendment().raw())) {
        words.add(now.raw() == null ? "took its own words again" : "put it into other words");
      }
      if (now.hidden() != before.amendment().hidden()) {
        words.add(now.hidden() ? "left it out" : "took it in again");
      }
      return words;
    }
  }

  private void writeDown(
      Records records, Draft draft, Entry before, List<String> words, String by) {
    if (!words.isEmpty()) {
      String when = Printed.full(before.at(), draft.headline().zone());
      String what = "changed the entry of " + when + ": " + String.join(", ", words);
      records.chronicle().add(draft.id(), new Change(desk.now(), by, what));
    }
  }

  /** Files the entry under exactly these sections, whoever filed it elsewhere. */
  public Outcome tag(Which which, MessageKey key, String by, Set<String> tags) {
    return desk.change(
        which,
        (records, draft) -> {
          Optional<Entry> entry = records.timelines().find(draft.id(), key);
          if (entry.isEmpty()) {
            return gone();
          }
          Set<String> now = entry.get().tags();
          now.stream()
              .filter(tag -> !tags.contains(tag))
              .forEach(tag -> records.timelines().unmark(draft.id(), key, tag, desk.now()));
          tags.stream()
              .filter(tag -> !now.contains(tag))
              .forEach(tag -> records.timelines().mark(draft.id(), set(key, tag, by)));
          FollowMarks.follow(records, draft.id(), key);
          writeDown(records, draft, entry.get(), new Filed(now, tags).words(desk.template()), by);
          return new Done(draft, "Filed.");
        });
  }

  /** The tags of an entry before and after. */
  private record Filed(Set<String> before, Set<String> now) {
    List<String> words(Template template) {
      List<String> words = new ArrayList<>();
      String under = titles(template, now, before);
      String out = titles(template, before, now);
      if (!under.isEmpty()) {
        words.add("filed it under " + under);
      }
      if (!out.isEmpty()) {
        words.add("took it out of " + out);
      }
      return words;
    }

    private static String titles(Template template, Set<String> some, Set<String> without) {
      return some.stream()
          .filter(tag -> !without.contains(tag))
          .map(tag -> template.tagged(tag).title())
          .sorted()
          .collect(Collectors.joining(" and "));
    }
  }

  private Mark set(MessageKey key, String tag, String by) {
    return new Mark(key, tag, by, Mark.SHORTCUT, true, desk.now());
  }

  private static Refused gone() {
    return new Refused("That message is no longer on the timeline: its author deleted it.");
  }
}
