package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The timeline, newest page first, each entry with a button to change it. */
public final class TimelineModal {
  /** Tells the window apart from others. */
  public static final String CALLBACK = "pm_timeline";

  /** Changes an entry. */
  public static final String ENTRY = "pm_entry";

  /** Shows another page. */
  public static final String PAGE = "pm_timeline_page";

  private static final int SHOWN = 20;
  private final Desk desk;
  private final Wordings wordings;

  public TimelineModal(Desk desk, Wordings wordings) {
    this.desk = desk;
    this.wordings = wordings;
  }

  /**
   * The modal.
   *
   * @param page 0 is the newest; one that does not exist shows the nearest
   */
  public ObjectNode draw(Draft draft, int page) {
    int size = desk.store().read(records -> records.timelines().size(draft.id()));
    int last = Math.max(0, (size - 1) / SHOWN);
    int shown = Math.min(Math.max(page, 0), last);
    List<Entry> some =
        desk.store().read(records -> records.timelines().latest(draft.id(), shown * SHOWN, SHOWN));
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id()).put("page", shown);
    return Inputs.modal(
        new Inputs.Frame(CALLBACK, draft.name() + " timeline", "", metadata),
        blocks(draft, new Stretch(some, size, shown, last)));
  }

  /**
   * What one page shows.
   *
   * @param all how many entries there are
   * @param page 0 is the newest
   */
  private record Stretch(List<Entry> entries, int all, int page, int last) {}

  private List<JsonNode> blocks(Draft draft, Stretch stretch) {
    int shown = stretch.page();
    int last = stretch.last();
    List<JsonNode> blocks = new ArrayList<>();
    ZoneId zone = draft.headline().zone();
    if (draft.state().isWritable()) {
      Pages pages = new Pages(desk.sections(draft));
      blocks.add(pages.menu(pages.page("timeline"), EditModal.TURN));
    }
    blocks.add(
        Kit.context(
            stretch.all()
                + " entries, times in "
                + Kit.escape(zone.getId())
                + (last > 0 ? ", page " + (last - shown + 1) + " of " + (last + 1) : "")));
    if (draft.state().isWritable()) {
      blocks.add(
          Kit.actions(
              "check",
              Kit.button("Check the timeline", Buttons.CHECK, String.valueOf(draft.id()))));
    }
    if (stretch.entries().isEmpty()) {
      blocks.add(Kit.section("Nothing yet. What is said in the war room appears here by itself."));
    }
    stretch.entries().forEach(entry -> blocks.add(line(draft, entry, zone)));
    List<ObjectNode> turns = new ArrayList<>();
    if (shown < last) {
      turns.add(Kit.button("Earlier", PAGE + ":e", draft.id() + "/" + (shown + 1)));
    }
    if (shown > 0) {
      turns.add(Kit.button("Later", PAGE + ":l", draft.id() + "/" + (shown - 1)));
    }
    if (!turns.isEmpty()) {
      blocks.add(Kit.actions("turns", turns.toArray(ObjectNode[]::new)));
    }
    return blocks;
  }

  private JsonNode line(Draft draft, Entry entry, ZoneId zone) {
    String value = draft.id() + "/" + entry.key().ts();
    String text =
        "*"
            + Printed.brief(entry.at(), zone)
            + "* "
            + Kit.escape(author(entry.message(), wordings))
            + ": "
            + Kit.escape(Kit.cut(wordings.read(entry.raw()), 300))
            + (entry.tags().isEmpty() ? "" : "  _" + String.join(", ", entry.tags()) + "_")
            + (entry.amendment().hidden() ? "  _hidden_" : "");
    ObjectNode button = Kit.button("Change", ENTRY, value);
    return Kit.section(
        text, Kit.labelled(button, "Change the entry of " + Printed.brief(entry.at(), zone)));
  }

  /** Who said it, as readers know them. */
  static String author(Message message, Wordings wordings) {
    return message.label().isEmpty() ? wordings.name(message.author()) : message.label();
  }
}
