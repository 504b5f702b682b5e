package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.Method.Tier;
import dev.postmortem.rehearsal.api.Method.Token;
import dev.postmortem.rehearsal.blocks.Findings;
import dev.postmortem.rehearsal.blocks.MessageRules;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.blocks.ViewRules;
import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import java.util.List;
import java.util.function.Function;

/** views.* and blocks.validate. */
final class ViewMethods {
  private final Team team;
  private final boolean homeTab;

  ViewMethods(Team team, boolean homeTab) {
    this.team = team;
    this.homeTab = homeTab;
  }

  List<Method> all() {
    return List.of(
        Method.of("views.open", "", Tier.FOUR, args -> byTrigger(args, true)),
        Method.of("views.push", "", Tier.FOUR, args -> byTrigger(args, false)),
        Method.of("views.update", "", Tier.FOUR, this::update),
        Method.of("views.publish", "", Tier.FOUR, this::publish),
        new Method("blocks.validate", "", Tier.MANY, Token.NONE, ViewMethods::validate));
  }

  private ObjectNode byTrigger(Args args, boolean open) {
    String trigger = args.need("trigger_id");
    ObjectNode view = checked(args, ViewRules::modal);
    String user = team.tickets().redeem(trigger);
    return shown(open ? team.views().open(user, view) : team.views().push(user, view));
  }

  private ObjectNode update(Args args) {
    if (!args.has("view_id") && !args.has("external_id")) {
      args.need("view_id");
    }
    OpenView open =
        team.views()
            .find(args.text("view_id").orElse(""), args.text("external_id").orElse(""))
            .orElseThrow(() -> new Refusal("not_found"));
    boolean modal = open.definition().path("type").asText().equals("modal");
    ObjectNode view = checked(args, modal ? ViewRules::modal : ViewRules::home);
    return shown(team.views().update(open, view, args.text("hash")));
  }

  private ObjectNode publish(Args args) {
    if (!homeTab) {
      throw new Refusal("not_enabled");
    }
    String user = team.people().get(args.need("user_id")).id();
    ObjectNode view = checked(args, ViewRules::home);
    return shown(team.views().publish(user, view, args.text("hash")));
  }

  private static ObjectNode checked(Args args, Function<JsonNode, Findings> rules) {
    JsonNode view = args.json("view");
    if (!view.isObject()) {
      throw new Refusal(
          "invalid_arguments", List.of("[ERROR] must provide an object [json-pointer:/view]"));
    }
    if (ViewRules.tooLarge(view)) {
      throw new Refusal("view_too_large");
    }
    Findings findings = rules.apply(view);
    if (!findings.isEmpty()) {
      throw new Refusal("invalid_arguments", findings.messages());
    }
    return Json.copy(view);
  }

  private ObjectNode shown(OpenView view) {
    return Json.of("ok", true, "view", view.json(team.app()));
  }

  private static ObjectNode validate(Args args) {
    Findings findings =
        args.has("view")
            ? args.json("view").path("type").asText().equals("home")
                ? ViewRules.home(args.json("view"))
                : ViewRules.modal(args.json("view"))
            : MessageRules.check(
                args.has("message") ? args.json("message").path("blocks") : args.json("blocks"),
                "/blocks");
    var errors = Json.array();
    findings
        .all()
        .forEach(each -> errors.add(Json.of("pointer", each.pointer(), "message", each.message())));
    ObjectNode answer = Json.of("ok", findings.isEmpty(), "errors", errors);
    return findings.isEmpty() ? answer : answer.put("error", "invalid_blocks");
  }
}
