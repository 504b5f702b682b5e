package dev.postmortem.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.SlackLink;
import dev.postmortem.slack.outbound.SlackFault;
import java.util.List;
import java.util.Optional;

/** Looks for the channel that finished post-mortems go to. */
public final class BroadcastChannel implements Examination {
  private static final String NAME = "PM_BROADCAST_CHANNEL";
  private final SlackLink link;
  private final String wanted;

  public BroadcastChannel(SlackLink link, String wanted) {
    this.link = link;
    this.wanted = wanted;
  }

  @Override
  public List<Finding> examine() {
    try {
      Optional<JsonNode> found = link.channel(wanted, true);
      return List.of(found.map(this::judged).orElseGet(this::missing));
    } catch (SlackFault fault) {
      return List.of(Finding.fault(NAME, fault.getMessage() + ". " + fault.advice()));
    }
  }

  private Finding missing() {
    return Finding.fault(
        NAME, "I see no channel " + wanted + ". If it is private, invite me there.");
  }

  private Finding judged(JsonNode channel) {
    String name = "#" + channel.path("name").asText();
    if (channel.path("is_im").asBoolean() || channel.path("is_mpim").asBoolean()) {
      return Finding.fault(NAME, wanted + " is a direct message, not a channel.");
    }
    if (channel.path("is_archived").asBoolean()) {
      return Finding.fault(
          NAME, name + " is archived: take it out of the archive, or name another.");
    }
    if (channel.path("is_private").asBoolean()) {
      return Finding.note(
          "broadcast channel", name + " is private: only its members read finished post-mortems");
    }
    return Finding.fine(
        "broadcast channel",
        channel.path("is_member").asBoolean() ? "fine" : "fine, I join it when I start");
  }
}
