package dev.postmortem.slack.modals;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.review.invite.Invitation;
import dev.postmortem.review.invite.Ranked;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.KnownNames;
import dev.postmortem.workflow.meet.ProposeAttendees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the modal of a meeting says about the people, in Slack's markup. */
record Whom(Records records, Draft draft, KnownNames names) {
  private static final int OTHERS = 20;

  Whom(Records records, Draft draft) {
    this(records, draft, new KnownNames(records));
  }

  /** Why these people, who else there is, and what should be thought of. */
  List<String> lines(Set<String> people, Invitation invitation, List<String> unseenGroups) {
    List<Ranked> all =
        Stream.concat(invitation.proposed().stream(), invitation.others().stream()).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        all.stream()
            .filter(one -> people.contains(one.candidate().user()))
            .map(one -> "*" + name(one) + "*: " + Kit.escape(one.reason()))
            .collect(Collectors.joining(" · ")));
    lines.add(
        all.stream()
            .filter(one -> !people.contains(one.candidate().user()))
            .map(one -> name(one) + " (" + Kit.escape(one.reason()) + ")")
            .limit(OTHERS)
            .reduce((a, b) -> a + ", " + b)
            .map(others -> "Not invited: " + others)
            .orElse(""));
    unseenGroups.forEach(group -> lines.add(unseen(group)));
    ProposeAttendees.advise(records, draft, people)
        .forEach(sentence -> lines.add(Kit.escape(sentence)));
    lines.removeIf(String::isEmpty);
    return lines;
  }

  private String unseen(String group) {
    return "I cannot see who is in "
        + Kit.escape(names.group(group).map(handle -> "@" + handle).orElse(group))
        + ": please invite its people by name.";
  }

  private String name(Ranked one) {
    String user = one.candidate().user();
    return Kit.escape(names.user(user).orElse(user));
  }
}
