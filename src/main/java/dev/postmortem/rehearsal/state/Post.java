package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message as it is stored, with what others have put on it. Guarded by the team's lock. */
public final class Post {
  private final String onlyFor;
  private final Map<String, List<String>> reactions = new LinkedHashMap<>();
  private ObjectNode body;
  private boolean pinned;
  private boolean gone;

  Post(ObjectNode body, String onlyFor) {
    this.body = body;
    this.onlyFor = onlyFor;
  }

  /** Its timestamp. */
  public String ts() {
    return body.path("ts").asText();
  }

  /** The timestamp of its parent; empty outside of threads. */
  public String threadTs() {
    return body.path("thread_ts").asText("");
  }

  /** Whether it hangs below another message. */
  public boolean isReply() {
    return !threadTs().isEmpty() && !threadTs().equals(ts());
  }

  /**
   * Whether it stands in the channel itself: a parent, or a reply that was sent to the channel too.
   */
  public boolean isTopLevel() {
    return !isReply() || subtype().equals("thread_broadcast");
  }

  /** Its subtype; empty for plain ones. */
  public String subtype() {
    return body.path("subtype").asText("");
  }

  /** The one person who sees it; empty for everybody. */
  public String onlyFor() {
    return onlyFor;
  }

  /** The user who wrote it, else the bot. */
  public String author() {
    return Json.text(body, "user").orElse(body.path("bot_id").asText(""));
  }

  /** The message as stored; not to be changed. */
  public ObjectNode body() {
    return body;
  }

  void replace(ObjectNode newBody) {
    body = newBody;
  }

  void erase() {
    gone = true;
  }

  /** Whether it was deleted, with or without a tombstone. */
  public boolean isGone() {
    return gone || subtype().equals("tombstone");
  }

  /** Who reacted with what. */
  public Map<String, List<String>> reactions() {
    return reactions;
  }

  boolean react(String emoji, String userId) {
    List<String> users = reactions.computeIfAbsent(emoji, name -> new ArrayList<>());
    return !users.contains(userId) && users.add(userId);
  }

  boolean unreact(String emoji, String userId) {
    List<String> users = reactions.getOrDefault(emoji, new ArrayList<>());
    boolean removed = users.remove(userId);
    if (users.isEmpty()) {
      reactions.remove(emoji);
    }
    return removed;
  }

  /** Whether it is pinned. */
  public boolean isPinned() {
    return pinned;
  }

  void pin(boolean on) {
    pinned = on;
  }

  /** The reactions, with the names of the first people of each; Slack names all of few only. */
  ArrayNode reactionsJson(int named) {
    ArrayNode all = Json.array();
    reactions.forEach(
        (name, users) ->
            all.add(
                Json.of(
                    "name",
                    name,
                    "users",
                    users.subList(0, Math.min(named, users.size())),
                    "count",
                    users.size())));
    return all;
  }
}
