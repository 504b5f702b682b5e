package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.workflow.Rooms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Slack about its channels. What Slack does not say is taken as no. */
public final class SlackRooms implements Rooms {
  private static final Logger LOG = LoggerFactory.getLogger(SlackRooms.class);
  private final SlackCalls calls;

  public SlackRooms(SlackCalls calls) {
    this.calls = calls;
  }

  @Override
  public Optional<WarRoom> describe(String team, String channel) {
    try {
      JsonNode found = calls.call("conversations.info", Map.of("channel", channel)).path("channel");
      return Optional.of(
          new WarRoom(
              team,
              channel,
              found.path("name").asText(channel),
              found.path("is_private").asBoolean()));
    } catch (SlackFault unseen) {
      LOG.info("cannot see a channel: {}", unseen.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public boolean hasMember(String channel, String user) {
    String cursor = "";
    try {
      do {
        JsonNode page =
            calls.call(
                "conversations.members",
                Map.of("channel", channel, "limit", 1_000, "cursor", cursor));
        for (JsonNode member : page.path("members")) {
          if (member.asText().equals(user)) {
            return true;
          }
        }
        cursor = page.path("response_metadata").path("next_cursor").asText("");
      } while (!cursor.isEmpty());
    } catch (SlackFault unseen) {
      LOG.info("cannot see a channel's members: {}", unseen.getMessage());
    }
    return false;
  }

  @Override
  public boolean enter(String channel) {
    try {
      JsonNode info = calls.call("conversations.info", Map.of("channel", channel)).path("channel");
      if (!info.path("is_member").asBoolean()) {
        calls.call("conversations.join", Map.of("channel", channel));
      }
      return true;
    } catch (SlackFault shut) {
      LOG.info("cannot enter a channel: {}", shut.getMessage());
      return false;
    }
  }

  @Override
  public Optional<List<String>> group(String id) {
    List<String> people = new ArrayList<>();
    try {
      calls
          .call("usergroups.users.list", Map.of("usergroup", id))
          .path("users")
          .forEach(user -> people.add(user.asText()));
      return Optional.of(people);
    } catch (SlackFault unseen) {
      LOG.warn("cannot see a user group: {}", unseen.getMessage());
      return Optional.empty();
    }
  }
}
