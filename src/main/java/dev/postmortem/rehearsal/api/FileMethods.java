package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.Method.Tier;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Outgoing;
import dev.postmortem.rehearsal.state.Posting;
import dev.postmortem.rehearsal.state.StoredFile;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** files.* : the upload in three steps, and what is known of a file (page "Working with files"). */
final class FileMethods {
  private final Team team;
  private final Access access;
  private final Consumer<Runnable> later;

  /** Sharing happens later, in its own time. */
  FileMethods(Team team, Access access, Consumer<Runnable> later) {
    this.team = team;
    this.access = access;
    this.later = later;
  }

  List<Method> all() {
    return List.of(
        Method.of("files.getUploadURLExternal", "files:write", Tier.FOUR, this::announce),
        Method.of("files.completeUploadExternal", "files:write", Tier.FOUR, this::complete),
        Method.of("files.info", "files:read", Tier.FOUR, this::info),
        Method.of("files.delete", "files:write", Tier.THREE, this::delete));
  }

  private ObjectNode announce(Args args) {
    int length = args.number("length", 0);
    if (length < 1 || args.text("filename").isEmpty()) {
      throw new Refusal("missing_argument");
    }
    StoredFile file = team.files().announce(args.need("filename"), length, team.app().botUserId());
    return Json.of(
        "ok", true, "upload_url", team.baseUrl() + "/upload/v1/" + file.id(), "file_id", file.id());
  }

  private ObjectNode complete(Args args) {
    JsonNode wanted = args.json("files");
    if (!wanted.isArray() || wanted.isEmpty()) {
      throw new Refusal(
          "invalid_arguments",
          List.of("[ERROR] must provide a non-empty array [json-pointer:/files]"));
    }
    List<Conversation> rooms = rooms(args);
    List<StoredFile> files = new ArrayList<>();
    for (JsonNode file : wanted) {
      files.add(team.files().complete(file.path("id").asText(), file.path("title").asText("")));
    }
    rooms.forEach(room -> later.accept(() -> team.locked(() -> share(room, files, args))));
    ArrayNode answered = Json.array();
    files.forEach(file -> answered.add(team.files().json(file)));
    return Json.of("ok", true, "files", answered);
  }

  private List<Conversation> rooms(Args args) {
    List<String> ids = new ArrayList<>(args.list("channels"));
    args.text("channel_id").ifPresent(ids::add);
    return ids.stream().map(access::own).toList();
  }

  private ObjectNode share(Conversation room, List<StoredFile> files, Args args) {
    ArrayNode shown = Json.array();
    files.forEach(file -> shown.add(team.files().json(file)));
    ObjectNode body =
        Json.of(
            "type",
            "message",
            "subtype",
            "file_share",
            "user",
            team.app().botUserId(),
            "text",
            Stored.fromApp(args.text("initial_comment").orElse("")),
            "files",
            shown,
            "upload",
            true,
            "display_as_bot",
            false);
    if (args.text("initial_comment").isEmpty() && args.has("blocks")) {
      body.set("blocks", new Outgoing(team).blocks(args.all()));
    }
    args.text("thread_ts")
        .flatMap(ts -> Access.parent(room, ts))
        .ifPresent(parent -> body.put("thread_ts", parent.ts()));
    String ts = new Posting(team).post(room, body).ts();
    files.forEach(file -> team.files().shared(file, room, ts));
    return body;
  }

  /** The messages that showed it stay, and show that it is gone. */
  private ObjectNode delete(Args args) {
    StoredFile file =
        team.files().find(args.need("file")).orElseThrow(() -> new Refusal("file_not_found"));
    if (!file.owner().equals(team.app().botUserId())) {
      throw new Refusal("cant_delete_file");
    }
    team.files().forget(file.id());
    return Json.of("ok", true);
  }

  private ObjectNode info(Args args) {
    StoredFile file =
        team.files().find(args.need("file")).orElseThrow(() -> new Refusal("file_not_found"));
    ObjectNode json = team.files().json(file);
    json.set("shares", team.files().shares(file));
    return Json.of("ok", true, "file", json, "comments", Json.array());
  }
}
