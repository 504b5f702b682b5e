package dev.postmortem.storage.catalog;

import dev.postmortem.draft.State;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.storage.column.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

/** Reads cards. */
final class Cards {
  static final String COLUMNS =
      """
      i.id, i.title, i.severity, i.state, i.team, i.channel, i.channel_name, i.is_private,
        i.started, i.resolved, i.published, i.zone, i.owner,
        (select count(*) from task t where t.incident = i.id and t.state = 'OPEN') as open_tasks""";

  private Cards() {}

  static Card card(ResultSet row) throws SQLException {
    return new Card(
        row.getLong("id"),
        row.getString("title"),
        row.getString("severity"),
        State.valueOf(row.getString("state")),
        room(row),
        Times.instant(row, "started"),
        Times.instantOrNull(row, "resolved"),
        Times.instantOrNull(row, "published"),
        ZoneId.of(row.getString("zone")),
        row.getString("owner"),
        row.getInt("open_tasks"));
  }

  static WarRoom room(ResultSet row) throws SQLException {
    return new WarRoom(
        row.getString("team"),
        row.getString("channel"),
        row.getString("channel_name"),
        row.getBoolean("is_private"));
  }
}
