package dev.postmortem.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for the people and groups who are always proposed as attendees. */
public final class Stakeholders implements Examination {
  private static final String NAME = "PM_STAKEHOLDERS";
  private final SlackCalls calls;
  private final List<String> ids;

  public Stakeholders(SlackCalls calls, List<String> ids) {
    this.calls = calls;
    this.ids = ids;
  }

  @Override
  public List<Finding> examine() {
    List<Finding> found = new ArrayList<>();
    for (String id : ids) {
      try {
        look(id, found);
      } catch (SlackFault fault) {
        found.add(
            fault.is("user_not_found", "user_not_visible")
                ? unknown(id)
                : Finding.fault(NAME, id + ": " + fault.getMessage() + ". " + fault.advice()));
      }
    }
    if (found.isEmpty() && !ids.isEmpty()) {
      found.add(Finding.fine("stakeholders", "fine"));
    }
    return found;
  }

  private void look(String id, List<Finding> found) throws SlackFault {
    if (id.startsWith("S")) {
      JsonNode groups = calls.call("usergroups.list", Map.of("include_disabled", false));
      if (groups.path("usergroups").findValuesAsText("id").stream().noneMatch(id::equals)) {
        found.add(unknown(id));
      }
    } else if (calls
        .call("users.info", Map.of("user", id))
        .path("user")
        .path("deleted")
        .asBoolean()) {
      found.add(Finding.note(NAME, id + " has left, and is not invited"));
    }
  }

  private static Finding unknown(String id) {
    return Finding.fault(NAME, "Slack knows nobody, and no group in use, by the id " + id + ".");
  }
}
