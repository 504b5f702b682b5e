package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.capture.Happening;
import dev.postmortem.workflow.capture.Happening.Marked;
import dev.postmortem.workflow.capture.Happening.Said;
import dev.postmortem.workflow.capture.Happening.TakenBack;
import java.util.ArrayList;
import java.util.List;

/** Reads messages as they are found long after: what was said, marked and taken back. */
public final class PastMessages {
  private final MessageReader reader;
  private final EmojiMap emoji;

  public PastMessages(MessageReader reader, EmojiMap emoji) {
    this.reader = reader;
    this.emoji = emoji;
  }

  /** What a message tells; nothing when it is nobody's words, or has no time. */
  public List<Happening> read(String team, String channel, JsonNode message) {
    String ts = message.path("ts").asText();
    if (message.path("subtype").asText("").equals("tombstone") && SlackTime.isTs(ts)) {
      MessageKey key = new MessageKey(team, channel, ts);
      return List.of(new TakenBack(key, SlackTime.instant(ts)));
    }
    List<Happening> all = new ArrayList<>();
    reader.read(team, channel, message).map(Said::new).ifPresent(all::add);
    if (!all.isEmpty()) {
      all.addAll(marks(new MessageKey(team, channel, ts), message));
    }
    return all;
  }

  /** Nobody reacted before the message was there; when they did Slack does not say. */
  private List<Marked> marks(MessageKey key, JsonNode message) {
    List<Marked> marks = new ArrayList<>();
    for (JsonNode reaction : message.path("reactions")) {
      String name = EmojiMap.base(reaction.path("name").asText());
      for (JsonNode user : reaction.path("users")) {
        emoji
            .tag(name)
            .map(tag -> new Mark(key, tag, user.asText(), name, true, SlackTime.instant(key.ts())))
            .ifPresent(mark -> marks.add(new Marked(mark)));
      }
    }
    return marks;
  }
}
