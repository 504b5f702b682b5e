package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.text.Json;
import java.net.URLConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of the team, and the uploads that are not complete yet. Guarded by the team's lock. */
public final class Files {
  private final Map<String, StoredFile> byId = new LinkedHashMap<>();
  private final Map<String, Integer> announced = new HashMap<>();
  private final Set<String> completed = new HashSet<>();
  private final Map<String, ObjectNode> sharesById = new HashMap<>();
  private final Map<String, String> moved = new HashMap<>();
  private final Team team;

  Files(Team team) {
    this.team = team;
  }

  /** A whole file. */
  public StoredFile add(String name, String mimetype, String owner, byte[] bytes) {
    String id = team.ids().next("F");
    StoredFile file =
        new StoredFile(id, name, name, mimetype, owner, team.clock().instant(), bytes);
    byId.put(id, file);
    completed.add(id);
    return file;
  }

  /** The first of three steps: a file is announced by its name and length in bytes. */
  public StoredFile announce(String name, int length, String owner) {
    String id = team.ids().next("F");
    String guessed = URLConnection.guessContentTypeFromName(name);
    String mimetype = guessed == null ? "text/plain" : guessed;
    StoredFile file =
        new StoredFile(id, name, name, mimetype, owner, team.clock().instant(), new byte[0]);
    byId.put(id, file);
    announced.put(id, length);
    return file;
  }

  /** The second step: the bytes come; refuses another length than was announced. */
  public void receive(String id, byte[] bytes) {
    if (announced.getOrDefault(id, -1) != bytes.length) {
      throw new Refusal("file_upload_size_restricted");
    }
    byId.computeIfPresent(id, (key, file) -> file.withBytes(bytes));
  }

  /** The third step, possible once: the file gets its title and may be shared. */
  public StoredFile complete(String id, String title) {
    StoredFile file = find(id).orElseThrow(() -> new Refusal("file_not_found"));
    if (!announced.containsKey(id) || file.bytes().length == 0 || !completed.add(id)) {
      throw new Refusal("file_not_found");
    }
    StoredFile titled = title.isEmpty() ? file : file.withTitle(title);
    byId.put(id, titled);
    return titled;
  }

  /** The file of this id. */
  public Optional<StoredFile> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The complete file whose address has this path. */
  public Optional<StoredFile> at(String path) {
    return all().stream().filter(file -> file.path(team.app().teamId()).equals(path)).findFirst();
  }

  /** From now on the address of the file leads to another one. */
  public void move(String id, String location) {
    find(id).ifPresent(file -> moved.put(file.path(team.app().teamId()), location));
  }

  /** Where an address with this path leads instead. */
  public Optional<String> movedTo(String path) {
    return Optional.ofNullable(moved.get(path));
  }

  /** The workspace keeps the file no longer. */
  public void forget(String id) {
    byId.remove(id);
  }

  /** Every complete file, oldest first. */
  public List<StoredFile> all() {
    return byId.values().stream().filter(file -> completed.contains(file.id())).toList();
  }

  /** Remembers where a file was shared. */
  public void shared(StoredFile file, Conversation room, String ts) {
    String how = room.kind() == Kind.PUBLIC ? "public" : "private";
    ObjectNode shares = sharesById.computeIfAbsent(file.id(), id -> Json.of());
    shares
        .withObjectProperty(how)
        .withArrayProperty(room.id())
        .add(Json.of("ts", ts, "channel_name", room.name()));
  }

  /** Where a file was shared. */
  public ObjectNode shares(StoredFile file) {
    return sharesById.getOrDefault(file.id(), Json.of());
  }

  /** The file object. */
  public ObjectNode json(StoredFile file) {
    return file.json(team.app(), team.baseUrl());
  }

  /** No more of the file than that it can be asked for (page "Slack Connect"). */
  public ObjectNode stub(StoredFile file) {
    return Json.of(
        "id",
        file.id(),
        "created",
        file.created().getEpochSecond(),
        "user",
        file.owner(),
        "mode",
        "file_access",
        "file_access",
        "check_file_info");
  }
}
