package dev.postmortem.storage.timeline;

import dev.postmortem.storage.column.Times;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Revision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The forms that messages had before. */
final class SqlRevisions {
  private final Handle handle;

  SqlRevisions(Handle handle) {
    this.handle = handle;
  }

  Map<MessageKey, List<Revision>> of(long incident) {
    return handle
        .createQuery(
            """
            select team, channel, ts, version, raw, plain from entry_revision
            where incident = :incident order by version
            """)
        .bind("incident", incident)
        .map(
            (row, context) ->
                new Revision(
                    new MessageKey(
                        row.getString("team"), row.getString("channel"), row.getString("ts")),
                    Times.instant(row, "version"),
                    row.getString("raw"),
                    row.getString("plain")))
        .collect(Collectors.groupingBy(Revision::key, HashMap::new, Collectors.toList()));
  }
}
