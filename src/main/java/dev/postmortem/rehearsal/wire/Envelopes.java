package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.App;
import java.time.Instant;

/** Events in the envelope of the Events API (page "Events API"). */
public final class Envelopes {
  private final Team team;
  private final String token;

  /** With the deprecated verification token that every envelope still carries. */
  public Envelopes(Team team, String token) {
    this.team = team;
    this.token = token;
  }

  /** A new envelope with a new event_id. */
  public ObjectNode around(ObjectNode event) {
    App app = team.app();
    String id = team.ids().next("Ev");
    ObjectNode authorization =
        Json.of(
            "team_id",
            app.teamId(),
            "user_id",
            app.botUserId(),
            "is_bot",
            true,
            "is_enterprise_install",
            false);
    authorization.putNull("enterprise_id");
    return Json.of(
        "token",
        token,
        "team_id",
        app.teamId(),
        "api_app_id",
        app.appId(),
        "event",
        event,
        "type",
        "event_callback",
        "event_id",
        id,
        "event_time",
        team.clock().instant().getEpochSecond(),
        "authorizations",
        Json.array(authorization),
        "is_ext_shared_channel",
        false,
        "event_context",
        "4-" + id);
  }

  Instant now() {
    return team.clock().instant();
  }

  Parcel parcel(ObjectNode event, String lane) {
    return parcel(around(event), event.path("type").asText(), lane);
  }

  Parcel renewed(Parcel parcel) {
    ObjectNode payload = parcel.payload().deepCopy().put("event_id", team.ids().next("Ev"));
    return parcel(payload, parcel.what(), parcel.lane());
  }

  private static Parcel parcel(ObjectNode envelope, String type, String lane) {
    return new Parcel(
        Parcel.Kind.EVENTS_API, type, envelope.path("event_id").asText(), lane, envelope);
  }
}
