package dev.postmortem.storage.draft;

import dev.postmortem.draft.Question;
import dev.postmortem.draft.Remark;
import dev.postmortem.storage.column.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The questions of the post-mortems, with their answers. */
final class SqlQuestions {
  private static final String ALL =
      """
      select q.incident, q.number, q.raw as asked_raw, q.plain as asked_plain, q.asker,
        q.source_team, q.source_channel, q.source_ts, a.position, a.raw, a.plain, a.written_by,
        a.written_at
      from question q
      left join answer a on a.incident = q.incident and a.number = q.number
      where q.incident %s
      order by q.incident, q.number, a.position
      """;

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
    return which.groups(ALL, (row, context) -> line(row), SqlQuestions::questions);
  }

  private static Line line(ResultSet row) throws SQLException {
    Question asked =
        new Question(
            row.getInt("number"),
            row.getString("asked_raw"),
            row.getString("asked_plain"),
            row.getString("asker"),
            List.of(),
            Keys.source(row));
    return new Line(asked, Remarks.remarkIfAny(row));
  }

  private static List<Question> questions(List<Line> lines) {
    Map<Integer, Question> byNumber = new TreeMap<>();
    for (Line line : lines) {
      Question asked = byNumber.getOrDefault(line.asked().number(), line.asked());
      byNumber.put(asked.number(), line.answer().map(asked::answered).orElse(asked));
    }
    return List.copyOf(byNumber.values());
  }

  private record Line(Question asked, Optional<Remark> answer) {}
}
