package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Inputs;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.Person;
import dev.postmortem.rehearsal.wire.Parcel;
import dev.postmortem.rehearsal.wire.Reply;
import dev.postmortem.rehearsal.wire.Wire;
import java.util.List;
import java.util.Optional;

/** People click and choose in messages and views (page "block_actions payload"). */
public final class Clicks {
  private static final List<String> SHOWN =
      List.of("text", "value", "style", "placeholder", "confirm", "url", "initial_option");
  private final Team team;
  private final Wire wire;
  private final Payloads payloads;

  /** In this team. */
  public Clicks(Team team, Wire wire) {
    this.team = team;
    this.wire = wire;
    payloads = new Payloads(team, wire.token());
  }

  /** Uses an element; the value is what was chosen, or null for a button. */
  public Reply use(Person person, Target target, Inputs.Spot spot, JsonNode value) {
    ObjectNode payload = team.locked(() -> payload(person, target, spot, value));
    return wire.courier()
        .deliver(
            new Parcel(
                Parcel.Kind.INTERACTIVE,
                "block_actions",
                payload.path("trigger_id").asText(),
                "",
                payload));
  }

  private ObjectNode payload(Person person, Target target, Inputs.Spot spot, JsonNode value) {
    ObjectNode payload = payloads.interaction("block_actions", person);
    payload.put("trigger_id", team.tickets().trigger(person.id()));
    if (target instanceof Target.InMessage message) {
      inMessage(payload, person, message, spot, value);
    } else if (target instanceof Target.InView view) {
      payload.set("container", Json.of("type", "view", "view_id", view.view().id()));
      payload.set("view", view.view().json(team.app()));
    }
    payload.set("actions", Json.array(action(spot, value)));
    return payload;
  }

  private void inMessage(
      ObjectNode payload,
      Person person,
      Target.InMessage message,
      Inputs.Spot spot,
      JsonNode value) {
    Conversation room = message.room();
    Post post = message.post();
    boolean ephemeral = !post.onlyFor().isEmpty();
    ObjectNode container =
        Json.of(
            "type",
            "message",
            "message_ts",
            post.ts(),
            "channel_id",
            room.id(),
            "is_ephemeral",
            ephemeral);
    if (!post.threadTs().isEmpty()) {
      container.put("thread_ts", post.threadTs());
    }
    payload.set("container", container);
    payload.set("channel", payloads.channel(room));
    if (!ephemeral) {
      payload.set("message", room.json(post));
    }
    payload.set("state", state(message, spot, value));
    payload.put(
        "response_url", team.tickets().replyUrl("actions", person.id(), room, Optional.of(post)));
  }

  private static ObjectNode state(Target.InMessage message, Inputs.Spot used, JsonNode value) {
    ObjectNode values = Json.of();
    Inputs.spots(message.blocks())
        .filter(spot -> Inputs.field(spot.element()).isPresent())
        .forEach(
            spot -> {
              ObjectNode state = Inputs.initial(spot.element());
              if (spot.equals(used)) {
                Inputs.field(spot.element()).ifPresent(field -> state.set(field, value));
              }
              values.withObjectProperty(spot.blockId()).set(spot.actionId(), state);
            });
    return Json.of("values", values);
  }

  private ObjectNode action(Inputs.Spot spot, JsonNode value) {
    ObjectNode action =
        Json.of(
            "action_id",
            spot.actionId(),
            "block_id",
            spot.blockId(),
            "type",
            spot.element().path("type").asText());
    SHOWN.stream()
        .filter(spot.element()::has)
        .forEach(name -> action.set(name, spot.element().get(name)));
    Optional<String> field = Inputs.field(spot.element());
    field.ifPresent(name -> action.set(name, value));
    if (spot.element().path("type").asText().equals("overflow")) {
      action.set("selected_option", value);
    }
    return action.put("action_ts", payloads.actionTs());
  }
}
