package dev.postmortem.rehearsal.who;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.util.List;

/** A user group. */
public record Group(String id, String handle, String name, List<String> users) {
  /** The usergroup object (method usergroups.list). */
  public ObjectNode json(App app) {
    return Json.of(
        "id",
        id,
        "team_id",
        app.teamId(),
        "is_usergroup",
        true,
        "is_subteam",
        true,
        "name",
        name,
        "description",
        "",
        "handle",
        handle,
        "is_external",
        false,
        "date_create",
        1_600_000_000,
        "date_update",
        1_600_000_000,
        "date_delete",
        0,
        "users",
        users,
        "user_count",
        users.size());
  }
}
