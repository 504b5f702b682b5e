package dev.postmortem.draft;

import dev.postmortem.timeline.Printed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what is different between a post-mortem before and after a piece of work, each as the rest
 * of a sentence. What is the same is not mentioned, so a second click leaves no trace.
 */
public final class Changes {
  private static final int LONGEST = 150;

  private final Draft before;
  private final Draft after;
  private final Template template;
  private final List<String> said = new ArrayList<>();

  private Changes(Draft before, Draft after, Template template) {
    this.before = before;
    this.after = after;
    this.template = template;
  }

  /** What changed. */
  public static List<String> between(Snapshot before, Snapshot after, Template template) {
    Changes changes = new Changes(before.draft(), after.draft(), template);
    changes.headline();
    changes.roles();
    changes.sections();
    changes.participants();
    changes.said.addAll(TaskChanges.between(before.draft(), after.draft()));
    changes.said.addAll(MeetingChanges.between(before.meeting(), after.meeting()));
    changes.waivers(before.waivers(), after.waivers());
    changes.state();
    return List.copyOf(changes.said);
  }

  private void state() {
    if (before.state() == after.state()) {
      return;
    }
    said.add(
        switch (after.state()) {
          case OPEN -> "reopened it";
          case RESOLVED -> "resolved it, over since " + time(after.headline().resolved());
          case CANCELLED -> "cancelled it: " + cut(after.reason());
          case CORRECTING -> "opened the published document for changes";
          case PUBLISHED ->
              before.state() == State.CORRECTING ? "published the changes" : "published it";
        });
  }

  private void headline() {
    Headline was = before.headline();
    Headline is = after.headline();
    changed("the title", was.title(), is.title(), Changes::quoted);
    changed("the severity", was.severity(), is.severity(), Changes::quoted);
    changed("the start", was.started(), is.started(), this::time);
    if (was.resolved() != null && is.resolved() != null) {
      changed("the end", was.resolved(), is.resolved(), this::time);
    }
    changed("the time zone", was.zone().getId(), is.zone().getId(), Function.identity());
  }

  private <T> void changed(String what, T was, T is, Function<T, String> words) {
    if (!was.equals(is)) {
      said.add("changed " + what + " from " + words.apply(was) + " to " + words.apply(is));
    }
  }

  private void roles() {
    role("point person", before.roles().owner(), after.roles().owner());
    role("moderator", before.roles().moderator(), after.roles().moderator());
    role("note-taker", before.roles().noteTaker(), after.roles().noteTaker());
  }

  private void role(String role, @Nullable String was, @Nullable String is) {
    if (!Objects.equals(was, is)) {
      String who = is == null ? "made nobody the " : "made " + person(is) + " the ";
      said.add(who + role + (was == null || was.isEmpty() ? "" : ", after " + person(was)));
    }
  }

  private void sections() {
    Set<String> keys = new TreeSet<>(before.bodies().keySet());
    keys.addAll(after.bodies().keySet());
    for (String key : keys) {
      SectionBody is = after.body(key);
      if (is.revision() != before.body(key).revision()) {
        String did = is.remarks().isEmpty() ? "emptied " : "changed ";
        said.add(did + template.keyed(key).title() + " (revision " + is.revision() + ")");
      }
    }
  }

  private void participants() {
    Map<String, Participant> known = new HashMap<>();
    before.participants().forEach(one -> known.put(one.user(), one));
    for (Participant is : after.participants()) {
      Participant was = known.getOrDefault(is.user(), new Participant(is.user(), null, false));
      boolean isNew = !known.containsKey(is.user());
      if (is.removed() && !was.removed()) {
        said.add("took " + person(is.user()) + " off the participants");
      } else if (!is.removed() && (was.removed() || isNew)) {
        said.add("counted " + person(is.user()) + " among the participants");
      }
      if (is.role() != null && !is.role().equals(was.role())) {
        said.add("named " + person(is.user()) + " " + quoted(is.role()));
      }
    }
  }

  private void waivers(List<Waiver> was, List<Waiver> is) {
    Set<Waiver> fresh = new HashSet<>(is);
    was.forEach(fresh::remove);
    is.stream().filter(fresh::contains).forEach(this::waived);
    List<Waiver> passed =
        is.stream()
            .filter(one -> fresh.contains(one) && one.subject() == Waiver.Subject.GATE)
            .toList();
    if (!passed.isEmpty()) {
      String missing = passed.stream().map(Waiver::about).collect(Collectors.joining(", "));
      said.add("let pass that this is missing: " + missing + "; because " + reason(passed));
    }
  }

  private static String reason(List<Waiver> passed) {
    return quoted(passed.get(0).reason());
  }

  private void waived(Waiver waiver) {
    switch (waiver.subject()) {
      case TASK -> said.add("left task " + waiver.about() + " without an owner on purpose");
      case QUESTION -> said.add("left question " + waiver.about() + " open on purpose");
      case FINDING -> said.add("ticked off about the timeline: " + quoted(waiver.reason()));
      case GATE -> {
        // all of them become one line
      }
    }
  }

  private String time(@Nullable Instant at) {
    return at == null ? "nobody knows when" : Printed.full(at, after.headline().zone());
  }

  static String person(String user) {
    return "<@" + user + ">";
  }

  static String quoted(String words) {
    return words.isBlank() ? "nothing" : "“" + cut(words) + "”";
  }

  static String cut(String words) {
    String line = words.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
