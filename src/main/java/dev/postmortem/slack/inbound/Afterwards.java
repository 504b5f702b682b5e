package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;

/** What follows an event once it is kept. Returns at once; the work is done later. */
public interface Afterwards {
  /** A message is new or changed. */
  void kept(Message message);

  /** Somebody marked a message that the timeline does not know. */
  void unseen(MessageKey key);

  void mentioned(String team, JsonNode event);

  void directMessage(String team, JsonNode event);

  void homeOpened(String team, JsonNode event);

  void joined(String team, JsonNode event);

  void roomChanged(String team, JsonNode event);

  void archived(String team, JsonNode event);

  void unarchived(String team, JsonNode event);

  void channelMoved(String team, JsonNode event);

  void personChanged(String team, JsonNode event);

  /** The workspace took the bot's token back. */
  void shutOut(String team, JsonNode event);
}
