package dev.postmortem.storage.draft;

import dev.postmortem.draft.Remark;
import dev.postmortem.draft.SectionBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What was written into the sections: every revision stays, the newest is read. */
final class SqlSections {
  /** In one statement, so that nobody sees a new revision with the words of the old one. */
  private static final String NEWEST =
      """
      select b.incident, b.section, b.revision, r.position, r.raw, r.plain, r.written_by,
        r.written_at
      from section_body b
      left join remark r on r.incident = b.incident and r.section = b.section
        and r.revision = b.revision
      where b.incident %s and b.revision = (select max(newest.revision) from section_body newest
        where newest.incident = b.incident and newest.section = b.section)
      order by b.incident, b.section, r.position
      """;

  private static final String ONE =
      """
      select b.incident, b.section, b.revision, r.position, r.raw, r.plain, r.written_by,
        r.written_at
      from section_body b
      left join remark r on r.incident = b.incident and r.section = b.section
        and r.revision = b.revision
      where b.incident = :incident and b.section = :section and b.revision = :revision
      order by r.position
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

  /** A section as it stood at one revision. */
  Optional<SectionBody> revision(long incident, String section, int revision) {
    List<Line> lines =
        handle
            .createQuery(ONE)
            .bind("incident", incident)
            .bind("section", section)
            .bind("revision", revision)
            .map((row, context) -> line(row))
            .list();
    return lines.isEmpty() ? Optional.empty() : Optional.of(body(lines));
  }

  Map<Long, List<SectionBody>> of(Which which) {
    return which.groups(NEWEST, (row, context) -> line(row), SqlSections::bodies);
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(row.getString("section"), row.getInt("revision"), Remarks.remarkIfAny(row));
  }

  private static List<SectionBody> bodies(List<Line> lines) {
    Map<String, List<Line>> bySection =
        lines.stream().collect(Collectors.groupingBy(Line::section));
    return bySection.values().stream().map(SqlSections::body).toList();
  }

  private static SectionBody body(List<Line> lines) {
    Line first = lines.get(0);
    List<Remark> remarks = lines.stream().flatMap(line -> line.remark().stream()).toList();
    return new SectionBody(first.section(), first.revision(), remarks);
  }

  private record Line(String section, int revision, Optional<Remark> remark) {}
}
