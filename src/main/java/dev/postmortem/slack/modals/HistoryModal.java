package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Change;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who changed what about a post-mortem, and when, newest first. Shown to whoever asks for it. */
public final class HistoryModal {
  /** Shows another page. */
  public static final String PAGE = "pm_history_page";

  private static final int SHOWN = 40;
  private static final Pattern PERSON = Pattern.compile("&lt;@([A-Z0-9]+)&gt;");
  private final Desk desk;

  public HistoryModal(Desk desk) {
    this.desk = desk;
  }

  /**
   * The modal.
   *
   * @param page 0 is the newest; one that does not exist shows the nearest
   */
  public ObjectNode draw(Draft draft, int page) {
    int size = desk.store().read(records -> records.chronicle().size(draft.id()));
    int last = Math.max(0, (size - 1) / SHOWN);
    int shown = Math.min(Math.max(page, 0), last);
    List<Change> some =
        desk.store().read(records -> records.chronicle().latest(draft.id(), shown * SHOWN, SHOWN));
    ZoneId zone = draft.headline().zone();
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(
        Kit.context(
            size
                + (size == 1 ? " change" : " changes")
                + ", the newest first, times in "
                + Kit.escape(zone.getId())));
    some.forEach(change -> blocks.add(Kit.markup(line(change, zone))));
    turns(draft, shown, last).ifPresent(blocks::add);
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    return Inputs.modal(
        new Inputs.Frame("pm_history", draft.name() + " history", "", metadata), blocks);
  }

  private String line(Change change, ZoneId zone) {
    String who = change.by().isEmpty() ? "Somebody" : Kit.escape(desk.name(change.by()));
    return "*" + Printed.brief(change.at(), zone) + "* " + who + " " + named(change.what());
  }

  /** A mention would tell people of it; a name does not. */
  private String named(String what) {
    return PERSON
        .matcher(Kit.escape(what))
        .replaceAll(person -> Matcher.quoteReplacement(Kit.escape(desk.name(person.group(1)))));
  }

  private static Optional<ObjectNode> turns(Draft draft, int shown, int last) {
    List<ObjectNode> turns = new ArrayList<>();
    if (shown < last) {
      turns.add(Kit.button("Earlier", PAGE + ":e", draft.id() + "/" + (shown + 1)));
    }
    if (shown > 0) {
      turns.add(Kit.button("Later", PAGE + ":l", draft.id() + "/" + (shown - 1)));
    }
    return turns.isEmpty()
        ? Optional.empty()
        : Optional.of(Kit.actions("turns", turns.toArray(ObjectNode[]::new)));
  }
}
