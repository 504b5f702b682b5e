package dev.postmortem.draft;

import dev.postmortem.meeting.Meeting;
import dev.postmortem.timeline.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed about the review meeting. */
final class MeetingChanges {
  private MeetingChanges() {}

  static List<String> between(@Nullable Meeting before, @Nullable Meeting after) {
    boolean stood = before != null && !before.cancelled();
    if (after == null) {
      return List.of();
    }
    if (after.cancelled()) {
      return stood ? List.of("cancelled the meeting of " + when(after)) : List.of();
    }
    return before == null || !stood
        ? List.of(
            "planned the meeting for "
                + when(after)
                + people(" with ", after.attendees())
                + because(after))
        : moved(before, after);
  }

  private static List<String> moved(Meeting before, Meeting after) {
    List<String> said = new ArrayList<>();
    boolean moved = !before.at().equals(after.at());
    if (moved) {
      said.add("moved the meeting from " + when(before) + " to " + when(after) + because(after));
    }
    if (!before.length().equals(after.length())) {
      String why = moved ? "" : because(after);
      said.add("made the meeting " + Printed.lasting(after.length()) + " long" + why);
    }
    if (!before.where().equals(after.where())) {
      said.add("changed the place of the meeting to " + Changes.quoted(after.where()));
    }
    String invited = people("invited ", without(after, before));
    String uninvited = people("no longer invited ", without(before, after));
    List.of(invited, uninvited).stream().filter(line -> !line.isEmpty()).forEach(said::add);
    return said;
  }

  private static String because(Meeting meeting) {
    return meeting.reason().isBlank() ? "" : ", because " + Changes.quoted(meeting.reason());
  }

  private static List<String> without(Meeting one, Meeting other) {
    return one.attendees().stream().filter(user -> !other.attendees().contains(user)).toList();
  }

  private static String people(String before, List<String> users) {
    return users.isEmpty()
        ? ""
        : before + users.stream().map(Changes::person).collect(Collectors.joining(", "));
  }

  private static String when(Meeting meeting) {
    return Printed.withWeekday(meeting.at(), meeting.zone());
  }
}
