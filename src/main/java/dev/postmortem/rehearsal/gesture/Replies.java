package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Outgoing;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.Posting;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.state.Tickets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers in an acknowledgement or to a response_url (page "Handling user interaction"). Under the
 * team's lock.
 */
public final class Replies {
  private final Map<String, List<Sent>> sent = new HashMap<>();
  private final Team team;
  private final Posting posting;
  private final Outgoing outgoing;

  /** An answer as it was shown. */
  public record Sent(Conversation room, Post post) {}

  /** In this team. */
  public Replies(Team team) {
    this.team = team;
    posting = new Posting(team);
    outgoing = new Outgoing(team);
  }

  /** The app posts to a response_url, given by its path. */
  public void post(String path, JsonNode message) {
    Tickets.ReplyUrl url = team.tickets().use(path);
    if (message.path("delete_original").asBoolean()) {
      url.original().ifPresent(original -> posting.delete(url.room(), original));
    } else if (message.path("replace_original").asBoolean() && url.original().isPresent()) {
      replace(url.room(), url.original().get(), message);
    } else {
      show(path, url.userId(), url.room(), message);
    }
  }

  private void replace(Conversation room, Post original, JsonNode message) {
    ObjectNode content = outgoing.message(message);
    posting.change(
        room,
        original,
        body -> {
          body.remove(List.of("text", "blocks", "attachments"));
          for (String part : List.of("text", "blocks", "attachments")) {
            if (content.has(part)) {
              body.set(part, content.get(part));
            }
          }
        });
  }

  /** Shows an answer: to the person alone, or in the channel if it says so. */
  public void show(String path, String userId, Conversation room, JsonNode message) {
    ObjectNode body = outgoing.message(message);
    if (message.hasNonNull("thread_ts")) {
      body.put("thread_ts", message.path("thread_ts").asText());
    }
    boolean inChannel = message.path("response_type").asText().equals("in_channel");
    Post post = inChannel ? posting.post(room, body) : posting.whisper(room, userId, body);
    sent.computeIfAbsent(path, key -> new ArrayList<>()).add(new Sent(room, post));
  }

  /** What was answered to this response_url until now. */
  public List<Sent> sent(String path) {
    return List.copyOf(sent.getOrDefault(path, List.of()));
  }
}
