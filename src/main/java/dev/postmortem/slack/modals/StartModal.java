package dev.postmortem.slack.modals;

import static dev.postmortem.slack.views.Inputs.line;
import static dev.postmortem.slack.views.Inputs.lines;
import static dev.postmortem.slack.views.Inputs.moment;
import static dev.postmortem.slack.views.Inputs.optional;
import static dev.postmortem.slack.views.Inputs.required;
import static dev.postmortem.slack.views.Inputs.select;
import static dev.postmortem.slack.views.Inputs.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.incident.StartPostmortem;
import dev.postmortem.workflow.incident.StartPostmortem.Opening;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Asks for what is worth knowing when a post-mortem is opened. */
public final class StartModal implements Modal {
  /** The usual words for how bad it is. */
  static final List<Inputs.Choice> SEVERITIES =
      List.of(
          new Inputs.Choice("SEV1", "SEV1 – everybody is affected"),
          new Inputs.Choice("SEV2", "SEV2 – many are affected"),
          new Inputs.Choice("SEV3", "SEV3 – some are affected"),
          new Inputs.Choice("SEV4", "SEV4 – nobody outside noticed"));

  private final Desk desk;
  private final StartPostmortem start;
  private final Wordings wordings;
  private final BiConsumer<Done, String> started;

  /**
   * @param started told of each post-mortem that is opened and who opened it, to enter its channel
   *     and read what was said before
   */
  @SuppressWarnings("MissingSummary")
  public StartModal(
      Desk desk, StartPostmortem start, Wordings wordings, BiConsumer<Done, String> started) {
    this.desk = desk;
    this.start = start;
    this.wordings = wordings;
    this.started = started;
  }

  @Override
  public String callback() {
    return "pm_start";
  }

  /**
   * The modal.
   *
   * @param room where it is opened, null to ask for the channel
   */
  public ObjectNode draw(@Nullable WarRoom room, String asker, ZoneId zone, Instant since) {
    ObjectNode metadata = Kit.JSON.createObjectNode();
    List<JsonNode> blocks = new ArrayList<>();
    if (room == null) {
      blocks.add(required("channel", "War room", Inputs.channel()));
    } else {
      metadata.put("channel", room.channel()).put("name", room.name());
      metadata.put("private", room.isPrivate());
    }
    blocks.add(required("title", "What is happening?", line("").put("max_length", 200)));
    blocks.add(
        Inputs.hinted(
            required("started", "Since when?", moment(since)),
            "What was said in the channel from then on is read, too."));
    blocks.add(optional("severity", "Severity", select(SEVERITIES, null)));
    blocks.add(required("owner", "Point person", user(asker)));
    blocks.add(
        Inputs.hinted(
            required("zone", "Time zone", line(zone.getId())),
            "As in Europe/London: times are typed and printed in it."));
    blocks.add(optional("links", "Links: call, ticket, status page", lines("")));
    return Inputs.modal(
        new Inputs.Frame(callback(), "Start a post-mortem", "Start", metadata), blocks);
  }

  @Override
  public Reply submitted(Form form) {
    Optional<ZoneId> zone = zone(form.text("zone"));
    Instant began = form.moment("started").orElseGet(desk::now);
    Map<String, String> faults = new TreeMap<>();
    if (began.isAfter(desk.now())) {
      faults.put("started", "That is in the future. When did it begin?");
    }
    if (zone.isEmpty()) {
      faults.put(
          "zone", "There is no such time zone. Write it as in Europe/London or America/New_York.");
    }
    return zone.isPresent() && faults.isEmpty()
        ? open(form, began, zone.get())
        : Reply.faults(faults);
  }

  private Reply open(Form form, Instant began, ZoneId zone) {
    Headline headline =
        new Headline(form.text("title"), form.choice("severity").orElse(""), began, null, zone);
    String owner = form.user("owner").orElseGet(form::user);
    String links = form.text("links");
    Outcome outcome =
        start.start(
            new Opening(
                room(form),
                headline,
                form.user(),
                owner,
                links.isEmpty() ? null : wordings.plain(links)));
    if (outcome instanceof Done done) {
      started.accept(done, form.user());
      return Reply.CLOSE;
    }
    return Reply.fault("title", outcome.said());
  }

  /** A channel that was only picked counts as private until Slack says what it is. */
  private static WarRoom room(Form form) {
    JsonNode known = form.metadata();
    return form.channel("channel")
        .map(channel -> new WarRoom(form.team(), channel, channel, true))
        .orElseGet(
            () ->
                new WarRoom(
                    form.team(),
                    known.path("channel").asText(),
                    known.path("name").asText(),
                    known.path("private").asBoolean()));
  }

  static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
