package dev.postmortem.workflow;

import dev.postmortem.draft.WarRoom;
import java.util.List;
import java.util.Optional;

/** What Slack knows of channels at this moment. */
public interface Rooms {
  /** The channel as it stands, empty when the bot cannot see it. */
  Optional<WarRoom> describe(String team, String channel);

  /** Whether the person is in the channel now; false when Slack does not say. */
  boolean hasMember(String channel, String user);

  /** Enters a public channel; answers whether the bot is in the channel now. */
  boolean enter(String channel);

  /** The people of a user group, empty when Slack does not say. */
  Optional<List<String>> group(String id);
}
