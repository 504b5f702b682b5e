package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.blocks.Findings;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.blocks.ViewRules;
import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.Person;
import dev.postmortem.rehearsal.wire.Parcel;
import dev.postmortem.rehearsal.wire.Reply;
import dev.postmortem.rehearsal.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People submit and close modals, and the acknowledgement says what comes next (page "View
 * interactions payload").
 */
public final class Submissions {
  private final Team team;
  private final Wire wire;
  private final Payloads payloads;

  /** In this team. */
  public Submissions(Team team, Wire wire) {
    this.team = team;
    this.wire = wire;
    payloads = new Payloads(team, wire.token());
  }

  /** Submits a view: the client checks it first, then the app is asked. */
  public Fate submit(Person person, OpenView view) {
    Map<String, String> wanting = team.locked(() -> ClientChecks.errors(view));
    if (!wanting.isEmpty()) {
      return Fate.errors(wanting);
    }
    Reply reply = deliver(team.locked(() -> payload("view_submission", person, view)));
    if (!reply.isAcknowledged()) {
      return Fate.failed(reply.outcome() + " " + reply.answer().status());
    }
    return team.locked(() -> follow(view, reply.answer().body()));
  }

  private ObjectNode payload(String type, Person person, OpenView view) {
    ObjectNode payload = payloads.interaction(type, person);
    if (type.equals("view_submission")) {
      payload.put("trigger_id", team.tickets().trigger(person.id()));
    }
    payload.set("view", view.json(team.app()));
    return payload;
  }

  private Reply deliver(ObjectNode payload) {
    String type = payload.path("type").asText();
    return wire.courier()
        .deliver(
            new Parcel(
                Parcel.Kind.INTERACTIVE, type, payload.at("/view/id").asText(), "", payload));
  }

  private Fate follow(OpenView view, String body) {
    if (body.isBlank()) {
      return closed(view);
    }
    Optional<JsonNode> answer = Json.tryParse(body).filter(JsonNode::isObject);
    if (answer.isEmpty()) {
      return Fate.failed("the acknowledgement is no JSON object: " + body);
    }
    return switch (answer.get().path("response_action").asText("")) {
      case "" ->
          answer.get().isEmpty() ? closed(view) : Fate.failed("no response_action in " + body);
      case "errors" -> errors(view, answer.get().path("errors"));
      case "clear" -> cleared(view);
      case "update", "push" -> next(view, answer.get());
      default -> Fate.failed("unknown response_action in " + body);
    };
  }

  private Fate closed(OpenView view) {
    team.views().close(view);
    return Fate.of("CLOSED");
  }

  private Fate cleared(OpenView view) {
    team.views().clear(view.userId());
    return Fate.of("CLEARED");
  }

  /** Errors can be shown only under input blocks of the view; anything else is trouble. */
  private static Fate errors(OpenView view, JsonNode errors) {
    Set<String> inputs =
        Json.each(view.blocks())
            .filter(block -> block.path("type").asText().equals("input"))
            .map(block -> block.path("block_id").asText())
            .collect(Collectors.toSet());
    Map<String, String> texts = new LinkedHashMap<>();
    errors.properties().forEach(error -> texts.put(error.getKey(), error.getValue().asText()));
    boolean shown = !texts.isEmpty() && inputs.containsAll(texts.keySet());
    return shown
        ? Fate.errors(texts)
        : Fate.failed("errors for no input of the view: " + texts.keySet());
  }

  private Fate next(OpenView view, JsonNode answer) {
    Findings findings = ViewRules.modal(answer.path("view"));
    if (!findings.isEmpty()) {
      return Fate.failed("the view is refused: " + findings.messages());
    }
    try {
      ObjectNode definition = Json.copy(answer.path("view"));
      if (answer.path("response_action").asText().equals("push")) {
        team.views().push(view.userId(), definition);
        return Fate.of("PUSHED");
      }
      team.views().update(view, definition, Optional.empty());
      return Fate.of("UPDATED");
    } catch (Refusal e) {
      return Fate.failed(e.code());
    }
  }

  /** Closes a view, or the whole stack; the app is told of those that asked for it. */
  public void close(Person person, OpenView view, boolean all) {
    boolean everything = all || view.definition().path("clear_on_close").asBoolean();
    List<OpenView> closing =
        everything ? team.read(() -> team.views().stack(person.id())) : List.of(view);
    List<ObjectNode> told =
        team.locked(
            () ->
                closing.stream()
                    .filter(each -> each.definition().path("notify_on_close").asBoolean())
                    .map(each -> payload("view_closed", person, each).put("is_cleared", everything))
                    .toList());
    team.locked(
        () -> {
          closing.forEach(team.views()::close);
          return closing;
        });
    told.forEach(this::deliver);
  }
}
