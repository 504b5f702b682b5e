package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.slack.text.EmojiNames;
import dev.postmortem.slack.text.SameWords;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.timeline.Step;
import dev.postmortem.workflow.capture.History;
import dev.postmortem.workflow.capture.History.Unreadable.Why;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a channel's past by conversations.history and conversations.replies. */
public final class SlackHistory implements History {
  /** As Slack advises; apps whose limit is lower get fewer, and the cursor leads on. */
  private static final int PAGE = 200;

  private static final String CHANNEL = "conversations.history";
  private static final String THREAD = "conversations.replies";

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
  public Page channel(WarRoom room, Instant from, String cursor) throws Unreadable {
    return page(CHANNEL, room, wanted(room, from, cursor), "");
  }

  @Override
  public Page thread(WarRoom room, Instant from, Step step) throws Unreadable {
    Map<String, Object> wanted = wanted(room, from, step.cursor());
    wanted.put("ts", step.ts());
    return page(THREAD, room, wanted, step.ts());
  }

  private static Map<String, Object> wanted(WarRoom room, Instant from, String cursor) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("channel", room.channel());
    wanted.put("oldest", from.equals(Instant.EPOCH) ? "" : SlackTime.ts(from));
    wanted.put("inclusive", true);
    wanted.put("cursor", cursor);
    wanted.put("limit", PAGE);
    return wanted;
  }

  private Page page(String method, WarRoom room, Map<String, Object> wanted, String parent)
      throws Unreadable {
    Instant asked = clock.instant().truncatedTo(ChronoUnit.MICROS);
    JsonNode answer = ask(method, wanted);
    JsonNode messages = answer.path("messages");
    return new Page(
        asked,
        heard(room, messages),
        timestamps(messages, json -> !json.path("ts").asText().equals(parent)),
        timestamps(messages, SlackHistory::isTomb),
        timestamps(messages, json -> json.path("reply_count").asInt() > 0),
        answer.path("response_metadata").path("next_cursor").asText(""),
        answer.path("is_limited").asBoolean());
  }

  private static List<String> timestamps(JsonNode messages, Predicate<JsonNode> which) {
    List<String> all = new ArrayList<>();
    for (JsonNode message : messages) {
      String ts = message.path("ts").asText();
      if (SlackTime.isTs(ts) && which.test(message)) {
        all.add(ts);
      }
    }
    return all;
  }

  private static boolean isTomb(JsonNode message) {
    return message.path("subtype").asText().equals("tombstone");
  }

  @Override
  public boolean isThere(WarRoom room, String ts, @Nullable String thread) throws Unreadable {
    if (thread == null) {
      return stands(ask(CHANNEL, exactly(room, ts)), ts);
    }
    try {
      Map<String, Object> wanted = exactly(room, ts);
      wanted.put("oldest", ts);
      wanted.put("ts", thread);
      return stands(ask(THREAD, wanted), ts);
    } catch (Unreadable lost) {
      if (!lost.code().equals("thread_not_found")) {
        throw lost;
      }
      return isThere(room, thread, null);
    }
  }

  private static Map<String, Object> exactly(WarRoom room, String ts) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("channel", room.channel());
    wanted.put("latest", ts);
    wanted.put("inclusive", true);
    wanted.put("limit", 1);
    return wanted;
  }

  private static boolean stands(JsonNode answer, String ts) {
    return timestamps(answer.path("messages"), json -> !isTomb(json)).contains(ts);
  }

  @Override
  public Optional<Heard> readOne(WarRoom room, String ts) throws Unreadable {
    Map<String, Object> wanted = exactly(room, ts);
    wanted.put("oldest", ts);
    wanted.put("ts", ts);
    return heard(room, ask(THREAD, wanted).path("messages")).stream()
        .filter(one -> one.message().key().ts().equals(ts))
        .findFirst();
  }

  @Override
  public boolean differ(Message one, Message other) {
    return !SameWords.in(one.raw(), other.raw());
  }

  private JsonNode ask(String method, Map<String, Object> wanted) throws Unreadable {
    try {
      return calls.call(method, wanted);
    } catch (SlackFault fault) {
      throw new Unreadable(fault.code(), why(method, fault), fault.pause());
    }
  }

  private static Why why(String method, SlackFault fault) {
    if (fault.isPassing()) {
      return Why.PASSING;
    }
    if (fault.is("invalid_cursor")) {
      return Why.STALE;
    }
    return method.equals(THREAD) && fault.is("thread_not_found", "message_not_found", "invalid_ts")
        ? Why.ODD
        : Why.SHUT;
  }

  private List<Heard> heard(WarRoom room, JsonNode messages) {
    List<Heard> page = new ArrayList<>();
    for (JsonNode json : messages) {
      reading
          .read(room.team(), room.channel(), json)
          .ifPresent(message -> page.add(heard(message, reactions(json))));
    }
    return page;
  }

  private Heard heard(Message message, List<Reaction> reactions) {
    return new Heard(
        message,
        reactions.stream().flatMap(one -> marks(message.key(), one).stream()).toList(),
        reactions);
  }

  private static List<Reaction> reactions(JsonNode message) {
    List<Reaction> all = new ArrayList<>();
    for (JsonNode json : message.path("reactions")) {
      Set<String> users = new LinkedHashSet<>();
      json.path("users").forEach(user -> users.add(user.asText()));
      boolean complete = users.size() >= json.path("count").asInt();
      all.add(new Reaction(EmojiNames.canonical(json.path("name").asText()), users, complete));
    }
    return all;
  }

  /** Nobody reacted before the message was there; when they did Slack does not say. */
  private List<Mark> marks(MessageKey key, Reaction reaction) {
    Instant at = SlackTime.instant(key.ts());
    return emoji
        .tag(reaction.emoji())
        .map(
            tag ->
                reaction.users().stream()
                    .map(user -> new Mark(key, tag, user, reaction.emoji(), true, at))
                    .toList())
        .orElse(List.of());
  }
}
