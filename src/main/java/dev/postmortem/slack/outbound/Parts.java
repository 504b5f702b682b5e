package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.delivery.Posting;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Desk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages that a letter consists of: each is posted once, changed in place, or taken away. */
public final class Parts {
  private static final String MARK = "postmortem_letter";

  /** Of 200 messages each: what a busy war room says in days. */
  private static final int PAGES = 50;

  private final Desk desk;
  private final SlackCalls calls;

  public Parts(Desk desk, SlackCalls calls) {
    this.desk = desk;
    this.calls = calls;
  }

  /** Where the parts of a letter stand. */
  public List<Posting> postings(String key) {
    return desk.store().read(records -> records.outbox().postings(key));
  }

  /**
   * Posts a part that is not there yet.
   *
   * @param thread the thread's parent, empty outside of threads
   * @param trip in doubt when it may be there although nothing is written down of it
   */
  public Posting part(
      String key, int part, String channel, String thread, SlackMessage message, Trip trip)
      throws SlackFault, Undelivered {
    Optional<Posting> known =
        postings(key).stream().filter(posting -> posting.part() == part).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    Optional<String> there = trip.inDoubt() ? find(key, part, channel, thread) : Optional.empty();
    trip.goOn();
    String ts = there.isPresent() ? there.get() : post(key, part, channel, thread, message);
    return kept(new Posting(key, part, channel, ts));
  }

  /** Should two processes have posted it in the same moment, one of them takes its own away. */
  private Posting kept(Posting ours) throws SlackFault {
    Posting stands =
        desk.store()
            .write(
                records -> {
                  Optional<Posting> theirs =
                      records.outbox().postings(ours.letter()).stream()
                          .filter(posting -> posting.part() == ours.part())
                          .findFirst();
                  if (theirs.isEmpty()) {
                    records.outbox().save(ours);
                  }
                  return theirs.orElse(ours);
                });
    if (!stands.equals(ours)) {
      takeAway(ours);
    }
    return stands;
  }

  private String post(String key, int part, String channel, String thread, SlackMessage message)
      throws SlackFault {
    Map<String, Object> call = call(channel, message);
    call.put("thread_ts", thread);
    call.put("unfurl_links", false);
    call.put("unfurl_media", false);
    call.put("metadata", metadata(key, part));
    return calls.call("chat.postMessage", call).path("ts").asText();
  }

  private static Map<String, Object> call(String channel, SlackMessage message) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("channel", channel);
    call.put("text", message.text());
    call.put("blocks", message.blocks());
    return call;
  }

  private static String metadata(String key, int part) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("event_type", MARK);
    metadata.putObject("event_payload").put("letter", key).put("part", part);
    return metadata.toString();
  }

  /** Looks for the message among all that its channel or thread shows, within reason. */
  private Optional<String> find(String key, int part, String channel, String thread)
      throws SlackFault {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("channel", channel);
    wanted.put("include_all_metadata", true);
    wanted.put("limit", 200);
    wanted.put("ts", thread);
    String method = thread.isEmpty() ? "conversations.history" : "conversations.replies";
    Optional<String> found = Optional.empty();
    String cursor = "";
    try {
      for (int page = 0;
          page < PAGES && found.isEmpty() && (page == 0 || !cursor.isEmpty());
          page++) {
        wanted.put("cursor", cursor);
        JsonNode answer = calls.call(method, wanted);
        found = find(key, part, answer.path("messages"));
        cursor = answer.path("response_metadata").path("next_cursor").asText("");
      }
    } catch (SlackFault unreadable) {
      if (unreadable.isPassing()) {
        throw unreadable;
      }
    }
    return found;
  }

  private static Optional<String> find(String key, int part, JsonNode messages) {
    for (JsonNode message : messages) {
      JsonNode payload = message.path("metadata").path("event_payload");
      if (payload.path("letter").asText().equals(key) && payload.path("part").asInt(-1) == part) {
        return Optional.of(message.path("ts").asText());
      }
    }
    return Optional.empty();
  }

  /** Changes a part in place; one that somebody deleted stays away. */
  public void change(Posting posting, SlackMessage message) throws SlackFault {
    Map<String, Object> call = call(posting.channel(), message);
    call.put("ts", posting.ts());
    try {
      calls.call("chat.update", call);
    } catch (SlackFault fault) {
      if (!fault.is("message_not_found", "edit_window_closed", "cant_update_message")) {
        throw fault;
      }
    }
  }

  /** Takes a part away. */
  public void remove(Posting surplus) throws SlackFault {
    takeAway(surplus);
    desk.store().change(records -> records.outbox().remove(surplus));
  }

  private void takeAway(Posting surplus) throws SlackFault {
    try {
      calls.call("chat.delete", Map.of("channel", surplus.channel(), "ts", surplus.ts()));
    } catch (SlackFault fault) {
      if (!fault.is("message_not_found")) {
        throw fault;
      }
    }
  }
}
