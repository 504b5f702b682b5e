package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.slack.text.EmojiNames;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.capture.History;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a channel's past: its messages newest first, and for each thread its replies. */
public final class SlackHistory implements History {
  private static final int PAGE = 200;
  private final SlackCalls calls;
  private final Reading reading;
  private final EmojiMap emoji;
  private final Clock clock;

  public SlackHistory(SlackCalls calls, Reading reading, EmojiMap emoji, Clock clock) {
    this.calls = calls;
    this.reading = reading;
    this.emoji = emoji;
    this.clock = clock;
  }

  /** Reads a message's JSON. */
  @FunctionalInterface
  public interface Reading {
    Optional<Message> read(String team, String channel, JsonNode message);
  }

  @Override
  public void read(WarRoom room, Instant from, Consumer<List<Heard>> heard) throws Unreadable {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("channel", room.channel());
    wanted.put("oldest", SlackTime.ts(from));
    wanted.put("inclusive", true);
    pages(
        "conversations.history",
        wanted,
        messages -> {
          heard.accept(heard(room, messages));
          for (JsonNode message : messages) {
            if (message.path("reply_count").asInt() > 0) {
              replies(room, message.path("ts").asText(), heard);
            }
          }
        });
  }

  private void replies(WarRoom room, String parent, Consumer<List<Heard>> heard) throws Unreadable {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("channel", room.channel());
    wanted.put("ts", parent);
    pages("conversations.replies", wanted, messages -> heard.accept(heard(room, messages)));
  }

  @Override
  public List<Heard> readOne(WarRoom room, String ts) throws Unreadable {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("channel", room.channel());
    wanted.put("ts", ts);
    wanted.put("latest", ts);
    wanted.put("oldest", ts);
    wanted.put("inclusive", true);
    List<Heard> found = new ArrayList<>();
    pages("conversations.replies", wanted, messages -> found.addAll(heard(room, messages)));
    return found.stream().filter(one -> one.message().key().ts().equals(ts)).toList();
  }

  private void pages(String method, Map<String, Object> wanted, Page page) throws Unreadable {
    String cursor = "";
    do {
      wanted.put("cursor", cursor);
      wanted.put("limit", PAGE);
      JsonNode answer = ask(method, wanted);
      page.take(answer.path("messages"));
      cursor = answer.path("response_metadata").path("next_cursor").asText("");
    } while (!cursor.isEmpty());
  }

  /**
   * A fault ends the reading; what was read is kept, and it is begun again when the bot arrives the
   * next time.
   */
  private JsonNode ask(String method, Map<String, Object> wanted) throws Unreadable {
    try {
      return calls.call(method, wanted);
    } catch (SlackFault fault) {
      throw new Unreadable(fault.getMessage() == null ? fault.code() : fault.getMessage());
    }
  }

  private List<Heard> heard(WarRoom room, JsonNode messages) {
    List<Heard> page = new ArrayList<>();
    for (JsonNode json : messages) {
      reading
          .read(room.team(), room.channel(), json)
          .ifPresent(message -> page.add(new Heard(message, marks(message.key(), json))));
    }
    return page;
  }

  private List<Mark> marks(MessageKey key, JsonNode message) {
    List<Mark> marks = new ArrayList<>();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (JsonNode reaction : message.path("reactions")) {
      String name = EmojiNames.canonical(reaction.path("name").asText());
      emoji
          .tag(name)
          .ifPresent(
              tag ->
                  reaction
                      .path("users")
                      .forEach(
                          user -> marks.add(new Mark(key, tag, user.asText(), name, true, now))));
    }
    return marks;
  }

  @FunctionalInterface
  private interface Page {
    void take(JsonNode messages) throws Unreadable;
  }
}
