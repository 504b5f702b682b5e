package dev.postmortem.slack.modals;

import dev.postmortem.workflow.meet.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The meeting that somebody wants, read from the modal. */
final class MeetingWish {
  private MeetingWish() {}

  /** What nobody touched stays as it is now, in case that somebody else changed it meanwhile. */
  static Wish of(Form form, Wish before, Duration proposed) {
    boolean stands = before.isPlanned();
    Wish.People roles = before.people();
    return new Wish(
        stands && form.isUntouched("at") ? before.at() : form.moment("at").orElse(Instant.EPOCH),
        stands && form.isUntouched("length") ? before.length() : length(form, proposed),
        stands && form.isUntouched("where") ? before.where() : form.text("where"),
        stands && form.isUntouched("reason") ? before.reason() : form.text("reason"),
        new Wish.People(
            List.copyOf(invited(form, before)),
            form.isUntouched("moderator") ? roles.moderator() : form.user("moderator").orElse(null),
            form.isUntouched("notetaker")
                ? roles.noteTaker()
                : form.user("notetaker").orElse(null)));
  }

  private static Duration length(Form form, Duration proposed) {
    return form.choice("length")
        .filter(minutes -> minutes.matches("\\d{1,4}"))
        .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
        .orElse(proposed);
  }

  private static Set<String> invited(Form form, Wish before) {
    Set<String> now = new LinkedHashSet<>(form.users("attendees"));
    if (!before.isPlanned()) {
      return now;
    }
    Set<String> shown = new LinkedHashSet<>(form.usersBefore("attendees"));
    Set<String> all = new LinkedHashSet<>(before.people().invited());
    all.removeIf(user -> shown.contains(user) && !now.contains(user));
    now.stream().filter(user -> !shown.contains(user)).forEach(all::add);
    return all;
  }
}
