package dev.postmortem.storage.draft;

import dev.postmortem.draft.Remark;
import dev.postmortem.storage.column.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Remarks in the columns {@code position, raw, plain, written_by, written_at}. */
final class Remarks {
  private Remarks() {}

  private static Remark remark(ResultSet row) throws SQLException {
    return new Remark(
        row.getString("raw"),
        row.getString("plain"),
        row.getString("written_by"),
        Times.instant(row, "written_at"));
  }

  /** The remark that was joined to a row, if it has one. */
  static Optional<Remark> remarkIfAny(ResultSet row) throws SQLException {
    return row.getString("raw") == null ? Optional.empty() : Optional.of(remark(row));
  }

  /** Inserts the remarks in their order. */
  static void insert(PreparedBatch batch, List<Remark> remarks, Owner owner) {
    for (int i = 0; i < remarks.size(); i++) {
      Remark remark = remarks.get(i);
      owner
          .bind(batch)
          .bind("position", i)
          .bind("raw", remark.raw())
          .bind("plain", remark.plain())
          .bind("by", remark.by())
          .bind("at", remark.at())
          .add();
    }
    if (!remarks.isEmpty()) {
      batch.execute();
    }
  }

  /** Binds the key of what the remarks belong to. */
  interface Owner {
    PreparedBatch bind(PreparedBatch batch);
  }
}
