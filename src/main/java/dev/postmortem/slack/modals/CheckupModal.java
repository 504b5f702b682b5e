package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.review.checkup.Finding;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.slack.views.EntryLinks;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.review.CheckTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is worth a look about the timeline, as a list to work off. */
public final class CheckupModal {
  /** Tells the window apart from others. */
  public static final String CALLBACK = "pm_checkup";

  /** Says which entry tells when it was noticed, or when it got better. */
  public static final String MARK = "pm_milestone";

  private static final int SHOWN = 30;
  private static final int OPENED = 3;
  private final CheckTimeline check;
  private final EntryLinks links;

  public CheckupModal(Desk desk, CheckTimeline check) {
    this.check = check;
    this.links = new EntryLinks(desk);
  }

  /** The list as it is now. */
  public ObjectNode draw(Draft draft) {
    List<Finding> findings = check.of(draft);
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.section(intro(findings.size())));
    for (int i = 0; i < Math.min(SHOWN, findings.size()); i++) {
      List<Entry> entries = links.find(draft, findings.get(i).entries());
      blocks.add(Kit.section(findings.get(i).sentence()));
      if (!entries.isEmpty()) {
        blocks.add(Kit.context("Entries: " + linked(draft, entries)));
      }
      blocks.add(buttons(draft, findings.get(i), entries, i));
    }
    blocks.add(
        Kit.actions("back", Kit.button("Timeline", TimelineModal.PAGE + ":b", draft.id() + "/0")));
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    return Inputs.modal(
        new Inputs.Frame(CALLBACK, draft.name() + " timeline", "", metadata), blocks);
  }

  private static String intro(int findings) {
    return switch (findings) {
      case 0 -> "There is nothing left to look at.";
      case 1 -> "One thing is worth a look. Put it right, or tick it off if it is right.";
      default ->
          findings
              + " things are worth a look. Put them right, or tick off what is right."
              + (findings > SHOWN ? " These are the first " + SHOWN + "." : "");
    };
  }

  private String linked(Draft draft, List<Entry> entries) {
    return entries.stream()
        .map(entry -> links.link(draft, entry))
        .collect(Collectors.joining(", "));
  }

  private static ObjectNode buttons(Draft draft, Finding finding, List<Entry> entries, int at) {
    List<ObjectNode> buttons = new ArrayList<>();
    if (finding.kind() == Finding.Kind.MILESTONE) {
      buttons.add(milestone(draft, finding.about(), at));
    }
    for (Entry entry : entries.subList(0, Math.min(OPENED, entries.size()))) {
      String time = Printed.brief(entry.at(), draft.headline().zone());
      String action = TimelineModal.ENTRY + ":" + at + "-" + buttons.size();
      buttons.add(Kit.button("Change " + time, action, draft.id() + "/" + entry.key().ts()));
    }
    buttons.add(
        Kit.labelled(
            Kit.button(
                "It is right", Buttons.LEAVE + ":" + at, draft.id() + "/finding/" + finding.key()),
            "Tick off: " + finding.sentence()));
    return Kit.actions("finding" + at, buttons.toArray(ObjectNode[]::new));
  }

  private static ObjectNode milestone(Draft draft, String about, int at) {
    return about.equals("resolved")
        ? Buttons.resolve(String.valueOf(draft.id()), ":" + at)
        : Kit.button("Say when", MARK + ":" + at, draft.id() + "/" + about);
  }
}
