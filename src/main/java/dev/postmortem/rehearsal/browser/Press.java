package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.postmortem.rehearsal.Innards;
import dev.postmortem.rehearsal.gesture.Clicks;
import dev.postmortem.rehearsal.gesture.Fate;
import dev.postmortem.rehearsal.gesture.HomeTab;
import dev.postmortem.rehearsal.gesture.Shortcuts;
import dev.postmortem.rehearsal.gesture.Submissions;
import dev.postmortem.rehearsal.gesture.Target;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Inputs;
import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.Person;
import dev.postmortem.rehearsal.wire.Reply;
import java.util.Optional;

/** What visitors press: elements of messages and views, shortcuts, the buttons of modals. */
final class Press {
  private final Team team;
  private final Innards innards;
  private final Clicks clicks;
  private final Submissions submissions;

  Press(Innards innards) {
    this.innards = innards;
    team = innards.team();
    clicks = new Clicks(team, innards.wire());
    submissions = new Submissions(team, innards.wire());
  }

  /** Does it; empty if this is no verb of its. */
  Optional<JsonNode> does(Deed deed) {
    return switch (deed.verb()) {
      case "clicks" -> Optional.of(clicks(deed));
      case "shortcut" -> Optional.of(shortcut(deed));
      case "submits" -> Optional.of(submits(deed));
      case "closes" -> Optional.of(closes(deed));
      case "opensHome" -> Optional.of(opensHome(deed));
      default -> Optional.empty();
    };
  }

  private static Person person(Deed deed) {
    return deed.sight().person(deed.word("as"));
  }

  private JsonNode clicks(Deed deed) {
    Person person = person(deed);
    JsonNode container = deed.part("container");
    Target target = target(deed, person, container);
    Inputs.Spot spot = team.read(() -> spot(target, deed));
    JsonNode value = Chosen.value(spot.element(), deed.part("action"));
    if (target instanceof Target.InView inView) {
      enter(inView.view(), deed.part("state"));
      if (Inputs.field(spot.element()).isPresent()) {
        team.locked(
            () -> {
              inView.view().enter(spot, value);
              return team;
            });
      }
    }
    return acknowledged(clicks.use(person, target, spot, value));
  }

  private Target target(Deed deed, Person person, JsonNode container) {
    return switch (container.path("kind").asText()) {
      case "message" -> inMessage(deed, person, container);
      case "view" -> new Target.InView(view(person, container.path("viewId").asText()));
      case "home" ->
          new Target.InView(
              team.read(
                  () ->
                      team.views()
                          .home(person.id())
                          .orElseThrow(() -> Rejection.refused("There is no Home tab yet."))));
      default -> throw new Rejection(400, "A click is in a message, a view or the Home tab.");
    };
  }

  private Target inMessage(Deed deed, Person person, JsonNode container) {
    Conversation room = deed.sight().room(container.path("channel").asText(), person.id());
    String ts = container.path("ts").asText();
    Post post =
        team.read(
            () ->
                room.post(ts)
                    .or(
                        () ->
                            room.whisper(ts)
                                .filter(whisper -> whisper.onlyFor().equals(person.id())))
                    .orElseThrow(() -> Rejection.refused("That message is gone.")));
    return new Target.InMessage(room, post);
  }

  private static Inputs.Spot spot(Target target, Deed deed) {
    return Inputs.spots(target.blocks().deepCopy())
        .filter(
            spot ->
                spot.blockId().equals(deed.word("blockId"))
                    && spot.actionId().equals(deed.word("actionId")))
        .findFirst()
        .orElseThrow(() -> Rejection.refused("That has changed in the meantime."));
  }

  private OpenView view(Person person, String id) {
    return team.read(
        () ->
            team.views().stack(person.id()).stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejection.refused("That window is closed already.")));
  }

  /** Puts into the view what the page says that stands in it. */
  private void enter(OpenView view, JsonNode state) {
    team.locked(
        () -> {
          Inputs.spots(view.blocks())
              .filter(spot -> Inputs.field(spot.element()).isPresent())
              .forEach(
                  spot -> {
                    JsonNode given =
                        state.path("values").path(spot.blockId()).path(spot.actionId());
                    if (given.isObject()) {
                      view.enter(spot, Chosen.value(spot.element(), given));
                    }
                  });
          return view;
        });
  }

  private static JsonNode acknowledged(Reply reply) {
    if (!reply.isAcknowledged()) {
      throw Rejection.refused(
          reply.timedOut()
              ? "Slack shows a warning: the app did not answer in time (operation_timeout)."
              : "Slack shows a warning: the app answered "
                  + reply.answer().status()
                  + " ("
                  + reply.outcome()
                  + ").");
    }
    return Deed.done();
  }

  private JsonNode shortcut(Deed deed) {
    Shortcuts shortcuts = new Shortcuts(team, innards.manifest(), innards.wire());
    Person person = person(deed);
    if (deed.word("ts").isEmpty()) {
      return acknowledged(shortcuts.global(person, name("global", deed)));
    }
    Conversation room = deed.sight().room(deed.word("channel"), person.id());
    Post post =
        team.read(
            () ->
                room.post(deed.word("ts"))
                    .orElseThrow(() -> Rejection.refused("That message has no shortcuts.")));
    return acknowledged(shortcuts.message(person, room, post, name("message", deed)));
  }

  private String name(String type, Deed deed) {
    return Json.each(innards.manifest().root().at("/features/shortcuts"))
        .filter(one -> one.path("type").asText().equals(type))
        .filter(one -> one.path("callback_id").asText().equals(deed.word("callbackId")))
        .map(one -> one.path("name").asText())
        .findFirst()
        .orElseThrow(() -> Rejection.missing("such shortcut"));
  }

  private JsonNode submits(Deed deed) {
    Person person = person(deed);
    OpenView view = view(person, deed.word("viewId"));
    enter(view, deed.part("state"));
    Fate fate = submissions.submit(person, view);
    if (!fate.problem().isEmpty()) {
      throw Rejection.refused("Slack shows: " + fate.problem());
    }
    JsonNode errors = Json.of("e", fate.errors()).path("e");
    return Json.of("ok", fate.errors().isEmpty(), "outcome", fate.outcome(), "errors", errors);
  }

  private JsonNode closes(Deed deed) {
    Person person = person(deed);
    submissions.close(person, view(person, deed.word("viewId")), deed.part("all").asBoolean());
    return Deed.done();
  }

  private JsonNode opensHome(Deed deed) {
    String tab = deed.word("tab").equals("messages") ? "messages" : "home";
    new HomeTab(team).open(person(deed), tab);
    return Deed.done();
  }

  /** Nothing was chosen: a button. */
  static JsonNode nothing() {
    return NullNode.getInstance();
  }
}
