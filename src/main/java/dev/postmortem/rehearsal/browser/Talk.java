package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.Bot;
import dev.postmortem.rehearsal.CommandAnswer;
import dev.postmortem.rehearsal.Innards;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Place;
import dev.postmortem.rehearsal.state.Membership;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.Posting;
import dev.postmortem.rehearsal.text.Json;
import java.util.Base64;
import java.util.Optional;

/** What visitors do with words: messages, reactions, files, commands, and coming to channels. */
final class Talk {
  private static final String EMOTE = "/me ";
  private final Innards innards;

  Talk(Innards innards) {
    this.innards = innards;
  }

  /** Does it; empty if this is no verb of its. */
  Optional<JsonNode> does(Deed deed) {
    return switch (deed.verb()) {
      case "says" -> posted(deed.inside().says(deed.text()));
      case "replies" -> posted(replies(deed));
      case "edits" -> posted(deed.own().edit(deed.text()));
      case "deletes" -> {
        deed.own().delete();
        yield done();
      }
      case "dismisses" -> dismisses(deed);
      case "reacts" -> {
        deed.inside().reacts(deed.emoji(), deed.message("ts"));
        yield done();
      }
      case "unreacts" -> {
        deed.inside().unreacts(deed.emoji(), deed.message("ts"));
        yield done();
      }
      case "uploads" -> posted(uploads(deed));
      case "types" -> Optional.of(types(deed));
      case "joins" -> joins(deed);
      case "invites" -> invites(deed);
      default -> Optional.empty();
    };
  }

  private static Optional<JsonNode> done() {
    return Optional.of(Deed.done());
  }

  private static Optional<JsonNode> posted(Message message) {
    return Optional.of(Json.of("ok", true, "ts", message.ts()));
  }

  private static Message replies(Deed deed) {
    Place place = deed.inside();
    Message parent = deed.message("thread");
    return deed.part("broadcast").asBoolean()
        ? place.repliesToChannelToo(parent, deed.text())
        : place.replies(parent, deed.text());
  }

  private static Message uploads(Deed deed) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(deed.word("base64"));
    } catch (IllegalArgumentException broken) {
      throw new Rejection(400, "The file did not arrive whole.");
    }
    if (bytes.length == 0 || deed.word("name").isBlank()) {
      throw Rejection.refused("Slack takes no files that are empty or have no name.");
    }
    String type = deed.word("mime").isBlank() ? "application/octet-stream" : deed.word("mime");
    Place place = deed.inside();
    return deed.word("thread").isEmpty()
        ? place.uploads(deed.word("name"), type, bytes, deed.word("text"))
        : place.uploads(deed.message("thread"), deed.word("name"), type, bytes);
  }

  private static JsonNode types(Deed deed) {
    String line = deed.text();
    Place place = deed.inside();
    if (line.startsWith(EMOTE)) {
      return Json.of("ok", true, "ts", place.emotes(line.substring(EMOTE.length())).ts());
    }
    CommandAnswer answer = place.types(line);
    if (answer.timedOut() || answer.status() / 100 != 2) {
      String error = answer.timedOut() ? "operation_timeout" : "dispatch_failed";
      throw Rejection.refused(
          "Slack shows: " + line.split("\\s", 2)[0] + " failed with the error \"" + error + "\"");
    }
    return Deed.done();
  }

  /** A message that only this person sees is put away; the app is not told. */
  private Optional<JsonNode> dismisses(Deed deed) {
    var team = innards.team();
    String me = deed.who().id();
    String channel = deed.channel().id();
    return team.locked(
        () -> {
          var room = team.rooms().find(channel).orElseThrow();
          Post post =
              room.whisper(deed.word("ts"))
                  .filter(whisper -> whisper.onlyFor().equals(me))
                  .orElseThrow(() -> Rejection.refused("That message is gone."));
          new Posting(team).delete(room, post);
          return done();
        });
  }

  private static Optional<JsonNode> joins(Deed deed) {
    deed.place().joins();
    return done();
  }

  private Optional<JsonNode> invites(Deed deed) {
    var team = innards.team();
    String inviter = deed.who().id();
    String guest = guest(deed);
    String channel = deed.inside().where().id();
    return team.locked(
        () -> {
          new Membership(team).join(team.rooms().find(channel).orElseThrow(), guest, inviter);
          return done();
        });
  }

  private static String guest(Deed deed) {
    Bot bot = deed.slack().bot();
    return deed.word("user").equals(bot.id())
        ? bot.id()
        : deed.slack().member(deed.word("user")).id();
  }
}
