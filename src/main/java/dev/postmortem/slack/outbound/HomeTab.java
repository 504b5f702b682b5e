package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.catalog.OpenTask;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.slack.modals.Wordings;
import dev.postmortem.slack.modals.WorkPage;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.slack.views.DeliveryLines;
import dev.postmortem.slack.views.InBrowser;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Person;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.incident.Finding;
import dev.postmortem.workflow.incident.Mine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Home tab: my post-mortems, my open tasks, my meetings. */
public final class HomeTab {
  private static final int SHOWN = 10;
  private final Desk desk;
  private final Finding finding;
  private final Wordings wordings;
  private final SlackCalls calls;
  private final Errands errands;
  private final DeliveryLines deliveries;

  public HomeTab(Desk desk, Finding finding, Wordings wordings, SlackCalls calls, Errands errands) {
    this.desk = desk;
    this.finding = finding;
    this.wordings = wordings;
    this.calls = calls;
    this.errands = errands;
    this.deliveries = new DeliveryLines(desk);
  }

  /** Shows somebody's Home tab as things stand. */
  public void show(String team, String user) {
    errands.run(
        "home",
        () -> {
          ObjectNode view = Kit.JSON.createObjectNode().put("type", "home");
          view.set("blocks", Kit.blocks(blocks(team, user)));
          calls.call("views.publish", Map.of("user_id", user, "view", view.toString()));
        });
  }

  private List<JsonNode> blocks(String team, String user) {
    Mine mine = new Mine(desk, finding.reader(team, user, true));
    List<JsonNode> blocks = new ArrayList<>();
    tasks(mine.tasks(SHOWN), blocks);
    meetings(mine.meetings(SHOWN), user, blocks);
    drafts(mine.drafts(SHOWN), blocks);
    blocks.addAll(new InBrowser(desk).all(team, user));
    blocks.add(
        Kit.context(
            "Start one in an incident's channel with `"
                + desk.command()
                + " start`; `"
                + desk.command()
                + " help` lists what else there is."));
    return blocks;
  }

  private void tasks(List<OpenTask> mine, List<JsonNode> blocks) {
    blocks.add(Kit.header("My open tasks"));
    mine.forEach(open -> blocks.add(task("PM-" + open.incident(), open)));
    if (mine.isEmpty()) {
      blocks.add(Kit.section("None. Tasks of post-mortems that are yours appear here."));
    }
  }

  private JsonNode task(String name, OpenTask open) {
    int number = open.task().number();
    String value = open.incident() + "/" + number;
    return Kit.section(
        name + " " + WorkPage.task(open.task(), wordings),
        Kit.labelled(
            Kit.button("Done", Buttons.DONE + ":" + value, value),
            "Done: task " + number + " of " + name));
  }

  private void meetings(List<Mine.Planned> mine, String user, List<JsonNode> blocks) {
    blocks.add(Kit.header("My meetings"));
    ZoneId zone = zone(user);
    for (Mine.Planned one : mine) {
      blocks.add(meeting(one.draft(), one.meeting(), zone, hasRead(one.draft(), user)));
    }
    if (mine.isEmpty()) {
      blocks.add(Kit.section("None planned."));
    }
  }

  private boolean hasRead(Draft draft, String user) {
    return desk.store().read(records -> records.meetings().readers(draft.id())).containsKey(user);
  }

  private ZoneId zone(String user) {
    ZoneId own =
        desk.store().read(records -> records.people().find(user)).map(Person::zone).orElse(null);
    return own == null ? java.time.ZoneOffset.UTC : own;
  }

  private static JsonNode meeting(Draft draft, Meeting meeting, ZoneId zone, boolean read) {
    String where = meeting.where().isEmpty() ? "" : ", " + meeting.where();
    String words =
        Printed.withWeekday(meeting.at(), zone)
            + ": "
            + draft.name()
            + " "
            + draft.headline().title()
            + where;
    return read
        ? Kit.section(words + ". You have read the draft.")
        : Kit.section(
            Kit.escape(words),
            Kit.labelled(Buttons.read(draft), "I have read the draft of " + draft.name()));
  }

  private void drafts(List<Draft> mine, List<JsonNode> blocks) {
    blocks.add(Kit.header("My post-mortems"));
    for (Draft draft : mine) {
      blocks.add(
          Kit.section(
              draft.name()
                  + " "
                  + draft.headline().title()
                  + " – "
                  + draft.state().word()
                  + ", started "
                  + Printed.full(draft.headline().started(), draft.headline().zone())));
      ObjectNode row = Buttons.row(draft);
      blocks.add(row.put("block_id", "pm" + draft.id()));
      deliveries(draft, blocks);
    }
    if (mine.isEmpty()) {
      blocks.add(
          Kit.section(
              "None yet. Those you lead, or took part in, appear here: "
                  + desk.cmd("start")
                  + " in an incident's channel opens one."));
    }
  }

  /** What became of a published document, as the status says it. */
  private void deliveries(Draft draft, List<JsonNode> blocks) {
    List<String> lines = deliveries.of(draft);
    if (!lines.isEmpty()) {
      blocks.add(Kit.markup(String.join("\n", lines)));
    }
    if (deliveries.isInTrouble(draft)) {
      String id = String.valueOf(draft.id());
      blocks.add(Kit.actions("again" + id, Kit.button("Try again", Buttons.AGAIN, id)));
    }
  }
}
