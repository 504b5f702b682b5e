package dev.postmortem.storage;

import dev.postmortem.draft.Question;
import dev.postmortem.draft.Remark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The questions of the post-mortems, with their answers. */
final class SqlQuestions {
  private final Handle handle;

  SqlQuestions(Handle handle) {
    this.handle = handle;
  }

  void save(long incident, Question question) {
    int known =
        write(
            """
            update question set raw = :raw, plain = :plain, asker = :asker,
              source_team = :team, source_channel = :channel, source_ts = :ts
            where incident = :incident and number = :number
            """,
            incident,
            question);
    if (known == 0) {
      write(
          """
          insert into question (incident, number, raw, plain, asker,
            source_team, source_channel, source_ts)
          values (:incident, :number, :raw, :plain, :asker, :team, :channel, :ts)
          """,
          incident,
          question);
    }
    saveAnswers(incident, question);
  }

  private int write(String sql, long incident, Question question) {
    return Keys.bind(handle.createUpdate(sql), question.source())
        .bind("incident", incident)
        .bind("number", question.number())
        .bind("raw", question.raw())
        .bind("plain", question.plain())
        .bind("asker", question.asker())
        .execute();
  }

  private void saveAnswers(long incident, Question question) {
    handle.execute(
        "delete from answer where incident = ? and number = ?", incident, question.number());
    Remarks.insert(
        handle.prepareBatch(
            """
            insert into answer (incident, number, position, raw, plain, written_by, written_at)
            values (:incident, :number, :position, :raw, :plain, :by, :at)
            """),
        question.answers(),
        batch -> batch.bind("incident", incident).bind("number", question.number()));
  }

  void remove(long incident, Question question) {
    handle.execute(
        "delete from question where incident = ? and number = ?", incident, question.number());
  }

  Map<Long, List<Question>> of(Which which) {
    Map<Long, List<Line>> lines =
        which.parts(
            "select * from answer where %s order by incident, number, position",
            (row, context) -> new Line(row.getInt("number"), Remarks.remark(row)));
    return which.parts(
        "select * from question where %s order by incident, number",
        (row, context) -> question(row, lines.getOrDefault(row.getLong("incident"), List.of())));
  }

  private static Question question(ResultSet row, List<Line> lines) throws SQLException {
    int number = row.getInt("number");
    return new Question(
        number,
        row.getString("raw"),
        row.getString("plain"),
        row.getString("asker"),
        lines.stream().filter(line -> line.number() == number).map(Line::remark).toList(),
        Keys.source(row));
  }

  private record Line(int number, Remark remark) {}
}
