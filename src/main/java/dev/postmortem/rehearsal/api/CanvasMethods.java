package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.Method.Tier;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.state.Canvas;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** canvases.*: canvases that stand alone (page "Canvases"). */
final class CanvasMethods {
  private static final int LONGEST = 1_048_576;
  private static final Set<String> LEVELS = Set.of("read", "write");

  /** A list, code, heading or rule within a quote, which a canvas does not take. */
  private static final Pattern QUOTED_BLOCK =
      Pattern.compile("(?m)^\\s*(?:>\\s?)+(?:[-*+] |\\d+[.)] |#{1,6} |```|___$)");

  private static final Pattern DEEP_HEADING = Pattern.compile("(?m)^#{4,6} ");
  private final Team team;
  private final Access access;

  CanvasMethods(Team team, Access access) {
    this.team = team;
    this.access = access;
  }

  List<Method> all() {
    return List.of(
        Method.of("canvases.create", "canvases:write", Tier.TWO, this::create),
        Method.of("canvases.edit", "canvases:write", Tier.THREE, this::edit),
        Method.of("canvases.access.set", "canvases:write", Tier.THREE, this::share));
  }

  private ObjectNode create(Args args) {
    refuseWhereThereAreNone();
    if (team.canvases().isFreeTeam() && args.text("channel_id").isEmpty()) {
      throw new Refusal("free_teams_cannot_create_standalone_canvases");
    }
    String markdown =
        args.has("document_content")
            ? markdown(args.json("document_content"), "canvas_creation_failed")
            : "";
    Canvas canvas = team.canvases().make(args.text("title").orElse(""), markdown);
    return Json.of("ok", true, "canvas_id", canvas.id());
  }

  private void refuseWhereThereAreNone() {
    if (team.canvases().areOff()) {
      throw new Refusal("canvas_disabled_user_team");
    }
  }

  private static String markdown(JsonNode content, String refusal) {
    String markdown = content.path("markdown").asText("");
    if (!content.path("type").asText().equals("markdown")) {
      throw new Refusal(
          "invalid_arguments", List.of("[ERROR] invalid document_content [json-pointer:/type]"));
    }
    if (markdown.length() > LONGEST
        || QUOTED_BLOCK.matcher(markdown).find()
        || DEEP_HEADING.matcher(markdown).find()) {
      throw new Refusal(refusal, List.of("Unsupported block type within block quote"));
    }
    return markdown;
  }

  private Canvas canvas(Args args) {
    refuseWhereThereAreNone();
    return team.canvases()
        .find(args.need("canvas_id"))
        .orElseThrow(() -> new Refusal("canvas_not_found"));
  }

  /** One change for each call; here those without a section. */
  private ObjectNode edit(Args args) {
    Canvas canvas = canvas(args);
    JsonNode changes = args.json("changes");
    if (changes.size() != 1) {
      throw new Refusal("invalid_arguments", List.of("[ERROR] one change [json-pointer:/changes]"));
    }
    JsonNode change = changes.get(0);
    String markdown = markdown(change.path("document_content"), "canvas_editing_failed");
    switch (change.path("operation").asText()) {
      case "replace" -> canvas.write(markdown);
      case "insert_at_end" -> canvas.write(canvas.markdown() + markdown);
      case "insert_at_start" -> canvas.write(markdown + canvas.markdown());
      default -> throw new Refusal("canvas_editing_failed");
    }
    return Json.of("ok", true);
  }

  private ObjectNode share(Args args) {
    Canvas canvas = canvas(args);
    if (!LEVELS.contains(args.need("access_level"))) {
      throw new Refusal("invalid_arguments");
    }
    for (JsonNode channel : args.json("channel_ids")) {
      canvas.readBy(access.visible(channel.asText()).id());
    }
    return Json.of("ok", true);
  }
}
