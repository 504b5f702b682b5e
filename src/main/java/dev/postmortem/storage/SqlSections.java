package dev.postmortem.storage;

import dev.postmortem.draft.Remark;
import dev.postmortem.draft.SectionBody;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What was written into the sections: every revision stays, the newest is read. */
final class SqlSections {
  private static final String IS_NEWEST =
      """
      revision = (select max(newest.revision) from section_body newest
        where newest.incident = %1$s.incident and newest.section = %1$s.section)
      """;

  private final Handle handle;

  SqlSections(Handle handle) {
    this.handle = handle;
  }

  /** A revision that somebody else wrote first is a collision: the work is to be done again. */
  void save(long incident, SectionBody body) {
    handle.execute(
        "insert into section_body (incident, section, revision) values (?, ?, ?)",
        incident,
        body.key(),
        body.revision());
    Remarks.insert(
        handle.prepareBatch(
            """
            insert into remark (incident, section, revision, position, raw, plain, written_by,
              written_at)
            values (:incident, :section, :revision, :position, :raw, :plain, :by, :at)
            """),
        body.remarks(),
        batch ->
            batch
                .bind("incident", incident)
                .bind("section", body.key())
                .bind("revision", body.revision()));
  }

  Map<Long, List<SectionBody>> of(Which which) {
    Map<Long, List<Line>> lines =
        which.parts(
            "select * from remark where %s and "
                + IS_NEWEST.formatted("remark")
                + " order by incident, section, position",
            (row, context) -> new Line(row.getString("section"), Remarks.remark(row)));
    return which.parts(
        "select * from section_body where %s and "
            + IS_NEWEST.formatted("section_body")
            + " order by incident, section",
        (row, context) -> {
          String section = row.getString("section");
          List<Line> all = lines.getOrDefault(row.getLong("incident"), List.of());
          List<Remark> own =
              all.stream().filter(l -> l.section().equals(section)).map(Line::remark).toList();
          return new SectionBody(section, row.getInt("revision"), own);
        });
  }

  private record Line(String section, Remark remark) {}
}
