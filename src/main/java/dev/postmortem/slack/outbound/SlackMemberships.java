package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Store;
import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.Memberships;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Slack who somebody is now and which private channels they share with the bot (methods
 * users.info and users.conversations). Nothing is remembered here.
 */
public final class SlackMemberships implements Memberships {
  private static final Logger LOG = LoggerFactory.getLogger(SlackMemberships.class);
  private static final int PAGE = 200;
  private static final String[] NOBODY = {"user_not_found", "user_not_visible", "users_not_found"};

  /** Each of these flags makes somebody less than a member. */
  private static final List<String> LESS =
      List.of("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger");

  private final SlackCalls calls;
  private final Store store;

  /** Asks; the store knows whether any private channel matters, or whether it need not ask. */
  public SlackMemberships(SlackCalls calls, Store store) {
    this.calls = calls;
    this.store = store;
  }

  @Override
  public Standing of(String team, String person) {
    try {
      JsonNode user = calls.call("users.info", Map.of("user", person)).path("user");
      Person who = PersonReader.user(user).orElseGet(() -> Person.unknown(person));
      return isMember(user, team) ? new Member(who, rooms(team, person)) : new Outsider();
    } catch (SlackFault fault) {
      if (fault.is(NOBODY)) {
        return new Outsider();
      }
      LOG.info("cannot see who somebody is: {}", fault.getMessage());
      return new Unknown();
    }
  }

  /** In an organization a person belongs to several workspaces (object "User"). */
  private static boolean isMember(JsonNode user, String team) {
    Set<String> teams = new HashSet<>();
    teams.add(user.path("team_id").asText());
    user.path("enterprise_user").path("teams").forEach(one -> teams.add(one.asText()));
    return teams.contains(team) && LESS.stream().noneMatch(flag -> user.path(flag).asBoolean());
  }

  private Set<String> rooms(String team, String person) throws SlackFault {
    Set<String> rooms = new HashSet<>();
    if (store.read(records -> records.catalog().privateRooms(team)).isEmpty()) {
      return rooms;
    }
    String cursor = "";
    do {
      JsonNode page =
          calls.call(
              "users.conversations",
              Map.of("user", person, "types", "private_channel", "limit", PAGE, "cursor", cursor));
      page.path("channels").forEach(room -> rooms.add(room.path("id").asText()));
      cursor = page.path("response_metadata").path("next_cursor").asText("");
    } while (!cursor.isEmpty());
    return rooms;
  }
}
