package dev.postmortem.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.timeline.EmojiMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a few people say in a channel and do to it, as the events that Slack makes of it, and what
 * should stand on the timeline in the end. All of it follows from a seed.
 */
final class Conversation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> EMOJI =
      List.of("pushpin", "mag", "clipboard", "tada", "boom::skin-tone-3");
  private static final List<String> PEOPLE = List.of("U1", "U2", "U3");
  private final String channel;
  private final Random random;
  private final List<Said> said = new ArrayList<>();
  private final List<ObjectNode> events = new ArrayList<>();
  private long micros = 1_795_010_400_000_000L;

  Conversation(String channel, long seed) {
    this.channel = channel;
    random = new Random(seed);
    int acts = 4 + random.nextInt(14);
    for (int i = 0; i < acts; i++) {
      act();
    }
  }

  /** A message as the model knows it: its latest words, whether it is gone, who marked it. */
  private static final class Said {
    private final ObjectNode json;
    private boolean gone;
    private final Map<String, TreeSet<String>> reactions = new TreeMap<>();

    Said(ObjectNode json) {
      this.json = json;
    }

    String ts() {
      return json.path("ts").asText();
    }
  }

  private void act() {
    List<Said> there = said.stream().filter(one -> !one.gone).toList();
    int chance = there.isEmpty() ? 0 : random.nextInt(100);
    if (chance < 30) {
      say("");
    } else if (chance < 40) {
      say(one(there).ts());
    } else if (chance < 58) {
      edit(one(there));
    } else if (chance < 66) {
      delete(one(there));
    } else if (chance < 74) {
      unfurl(one(there));
    } else {
      react(one(PEOPLE), one(said));
    }
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String now() {
    micros += 1 + random.nextInt(3_000_000);
    return micros / 1_000_000 + "." + String.format("%06d", micros % 1_000_000);
  }

  private void say(String thread) {
    ObjectNode json = JSON.createObjectNode().put("type", "message").put("ts", now());
    json.put("text", words());
    switch (random.nextInt(6)) {
      case 0 -> json.put("subtype", "bot_message").put("bot_id", "B1").put("username", "Alerts");
      case 1 -> json.put("subtype", "me_message").put("user", one(PEOPLE));
      case 2 -> json.put("user", "U9").put("bot_id", "B2").put("app_id", "A2");
      default -> json.put("user", one(PEOPLE)).put("client_msg_id", "c" + micros);
    }
    if (!thread.isEmpty()) {
      json.put("thread_ts", thread);
    }
    if (!thread.isEmpty() && json.path("client_msg_id").isTextual() && random.nextInt(4) == 0) {
      json.put("subtype", "thread_broadcast");
    }
    said.add(new Said(json));
    event(json.deepCopy(), json.path("ts").asText());
  }

  private String words() {
    return "word " + Integer.toString(random.nextInt(1 << 30), 36) + " in " + channel;
  }

  /** A person's edit says so; a bot's update does not. */
  private void edit(Said message) {
    ObjectNode before = message.json.deepCopy();
    String at = now();
    message.json.put("text", words());
    if (message.json.path("client_msg_id").isTextual()) {
      message
          .json
          .putObject("edited")
          .put("user", message.json.path("user").asText())
          .put("ts", at);
    }
    change(message, before, at);
  }

  /** Slack adds a preview of a link, which is no edit. */
  private void unfurl(Said message) {
    if (!message.json.path("bot_id").isTextual()) {
      ObjectNode before = message.json.deepCopy();
      message
          .json
          .putArray("attachments")
          .addObject()
          .put("title", "preview")
          .put("id", 1)
          .put("from_url", "https://example.com/");
      change(message, before, now());
    }
  }

  private void change(Said message, ObjectNode before, String at) {
    ObjectNode event = JSON.createObjectNode().put("type", "message").put("hidden", true);
    event.put("subtype", "message_changed").put("ts", at);
    event.set("message", message.json.deepCopy());
    event.set("previous_message", before);
    event(event, at);
  }

  /** A message with replies leaves a tombstone. */
  private void delete(Said message) {
    message.gone = true;
    String at = now();
    boolean replied =
        said.stream().anyMatch(one -> one.json.path("thread_ts").asText().equals(message.ts()));
    if (replied) {
      ObjectNode tomb = JSON.createObjectNode().put("type", "message").put("subtype", "tombstone");
      tomb.put("text", "This message was deleted.").put("user", "USLACKBOT").put("hidden", true);
      tomb.put("ts", message.ts()).put("thread_ts", message.ts());
      ObjectNode event = JSON.createObjectNode().put("type", "message").put("hidden", true);
      event.put("subtype", "message_changed").put("ts", at).set("message", tomb);
      event(event, at);
    } else {
      ObjectNode event = JSON.createObjectNode().put("type", "message").put("hidden", true);
      event.put("subtype", "message_deleted").put("ts", at).put("deleted_ts", message.ts());
      event.set("previous_message", message.json.deepCopy());
      event(event, at);
    }
  }

  private void react(String who, Said message) {
    String emoji = one(EMOJI);
    TreeSet<String> fans = message.reactions.computeIfAbsent(emoji, k -> new TreeSet<>());
    boolean on = fans.add(who);
    if (!on) {
      fans.remove(who);
    }
    ObjectNode event =
        JSON.createObjectNode().put("type", on ? "reaction_added" : "reaction_removed");
    event.put("user", who).put("reaction", emoji);
    event.putObject("item").put("type", "message").put("channel", channel).put("ts", message.ts());
    event(event, now());
  }

  private void event(ObjectNode event, String at) {
    if (event.path("type").asText().equals("message")) {
      event.put("channel", channel).put("channel_type", "channel");
    }
    events.add(event.put("event_ts", at));
  }

  /** The events as they arrive: some twice, under the same id or another, in any order. */
  List<ObjectNode> delivered() {
    List<ObjectNode> all = new ArrayList<>();
    for (ObjectNode event : events) {
      for (int times = 1 + Math.max(0, random.nextInt(6) - 3); times > 0; times--) {
        ObjectNode envelope =
            JSON.createObjectNode().put("type", "event_callback").put("team_id", "T1");
        envelope.put("event_id", "Ev" + (random.nextBoolean() ? all.size() : random.nextInt()));
        all.add(envelope.set("event", event));
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  /** What stands on the timeline: the words of each message and its sections, in order. */
  List<String> timeline() {
    List<String> lines = new ArrayList<>();
    for (Said message : said) {
      if (!message.gone) {
        TreeSet<String> tags = new TreeSet<>();
        message.reactions.forEach(
            (emoji, fans) -> {
              if (!fans.isEmpty()) {
                EmojiMap.DEFAULT.tag(emoji).ifPresent(tags::add);
              }
            });
        lines.add(message.json.path("text").asText() + " " + tags);
      }
    }
    return lines;
  }

  /** How many messages were taken back. */
  int gone() {
    return (int) said.stream().filter(message -> message.gone).count();
  }
}
