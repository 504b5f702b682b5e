package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Innards;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.Person;
import java.util.Optional;

/** What stands at which path of the page's server, the stream aside. */
final class Routes {
  private static final String MESSAGES = "/messages";
  private final Workspace slack;
  private final Setting setting;
  private final Sight sight;
  private final WireLog wire;
  private final Team team;
  private final Talk talk;
  private final Press press;

  Routes(Workspace slack, Setting setting, Sight sight, WireLog wire) {
    this.slack = slack;
    this.setting = setting;
    this.sight = sight;
    this.wire = wire;
    Innards innards = slack.innards();
    team = innards.team();
    talk = new Talk(innards);
    press = new Press(innards);
  }

  /** Answers a GET. */
  Answer look(String path, String as) {
    return switch (path) {
      case "/state" -> json(sight.state(sight.person(as)));
      case "/views" -> json(sight.views(sight.person(as).id()));
      case "/home" -> json(sight.home(sight.person(as).id()));
      case "/emoji" -> json(Json.of("emoji", setting.words().emoji()));
      case "/play" -> json(controls().state());
      case "/wire" -> json(wire.lines());
      default -> lookBelow(path, as);
    };
  }

  private Answer lookBelow(String path, String as) {
    if (path.startsWith("/channels/") && path.endsWith(MESSAGES)) {
      Person me = sight.person(as);
      String id = path.substring("/channels/".length(), path.length() - MESSAGES.length());
      Conversation room = sight.room(id, me.id());
      return json(sight.messages(room, me.id()));
    }
    if (path.startsWith("/wire/")) {
      return json(wire.detail(path.substring("/wire/".length())));
    }
    if (path.startsWith("/files/") || path.startsWith("/files-pri/")) {
      return file(path);
    }
    return Assets.find(path).orElseThrow(() -> Rejection.missing("such page"));
  }

  private Answer file(String path) {
    return team.read(
            () ->
                path.startsWith("/files/")
                    ? team.files().find(path.substring("/files/".length()))
                    : team.files().at(path))
        .map(Answer::of)
        .orElseThrow(() -> Rejection.missing("such file"));
  }

  private Answer json(JsonNode json) {
    return Answer.json(Json.parse(Sight.local(json.toString(), team.baseUrl())));
  }

  private Controls controls() {
    return setting.controls().orElseThrow(() -> Rejection.missing("play"));
  }

  /** Answers a POST. */
  Answer ask(String path, String body) {
    ObjectNode json =
        Json.tryParse(body)
            .filter(JsonNode::isObject)
            .map(Json::copy)
            .orElseThrow(() -> new Rejection(400, "What is sent here is a JSON object."));
    return switch (path) {
      case "/do" -> json(does(new Deed(slack, sight, json)));
      case "/play" -> json(plays(json));
      default -> throw Rejection.missing("such deed");
    };
  }

  private JsonNode does(Deed deed) {
    try {
      return talk.does(deed)
          .or(() -> press.does(deed))
          .orElseThrow(() -> new Rejection(400, "There is no verb \"" + deed.verb() + "\"."));
    } catch (Refusal refusal) {
      throw Rejection.refused("Slack refuses: " + refusal.code());
    } catch (IllegalArgumentException | IllegalStateException refused) {
      throw Rejection.refused(
          Optional.ofNullable(refused.getMessage()).orElse("It cannot be done."));
    }
  }

  private JsonNode plays(ObjectNode json) {
    try {
      controls().command(json.path("verb").asText(), json);
      return controls().state();
    } catch (Controls.Refused refused) {
      throw Rejection.refused(Optional.ofNullable(refused.getMessage()).orElse("Not now."));
    }
  }
}
