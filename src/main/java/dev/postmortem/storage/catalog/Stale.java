package dev.postmortem.storage.catalog;

import dev.postmortem.draft.catalog.Terms;
import dev.postmortem.storage.column.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the shelf does not know yet. New messages are noticed by their number, edited ones
 * by that of their earlier forms; everything else that was changed is written down, see {@link
 * dev.postmortem.storage.column.Touched}.
 */
final class Stale {
  private static final String COLUMNS =
      """
      i.id, s.said, s.version, s.entries, s.revisions,
        (select count(*) from entry_revision r where r.incident = i.id) as revisions_now,
        (select count(*) from entry f where f.incident = i.id and f.said > s.said) as fresh,
        (select max(f.said) from entry f where f.incident = i.id and f.said > s.said) as latest""";

  private static final String MISSING =
      """
      select i.id from incident i left join shelf s on s.incident = i.id
      where s.incident is null or s.version <> :version
      order by i.id desc fetch first :most rows only
      """;

  private static final String CAPTURING =
      """
       from incident i join shelf s on s.incident = i.id
      where i.capturing is not null and s.version = :version
      """;

  private static final String CAME =
      " and i.id < :below and exists"
          + " (select 1 from entry f where f.incident = i.id and f.said > s.said)"
          + " order by i.id desc fetch first row only";

  private static final String FEW =
      """
      select max(said) as latest from
        (select f.said from entry f where f.incident = :incident and f.said > :since
          order by f.incident, f.said fetch first :most rows only) few
      """;

  private static final String UNTIL =
      "select count(*) from entry where incident = :incident and said > :since and said <= :until";

  private static final String TOUCHED = "select distinct incident from touched";

  private final Handle handle;

  Stale(Handle handle) {
    this.handle = handle;
  }

  /**
   * What is to be read of a post-mortem.
   *
   * @param since what was said later; null to read everything
   * @param count what there is when it was read, and until when; null when that is not known
   */
  record Part(long incident, @Nullable Instant since, @Nullable Count count) {
    static Part whole(long incident) {
      return new Part(incident, null, null);
    }

    boolean isWhole() {
      return since == null;
    }
  }

  /**
   * By what it is noticed that something came.
   *
   * @param fresh entries among them that were not known yet
   * @param said the time of the latest
   */
  record Count(long entries, long fresh, long revisions, Instant said) {}

  /** What can be found out in a moment: all but late messages that have an early time. */
  List<Part> atAGlance(int most) {
    return all(most, "");
  }

  /** Everything. */
  List<Part> thoroughly(int most) {
    return all(most, ", (select count(*) from entry e where e.incident = i.id) as entries_now");
  }

  /** What was never read. */
  List<Part> unread(int most) {
    return missing(most).stream().map(Part::whole).toList();
  }

  /**
   * What came since, of the newest post-mortem below this one of which something did: its earliest
   * messages, as many as that and those of the same moment. What must be read again is left for
   * later.
   */
  Optional<Part> fresh(long below, int most) {
    return handle
        .createQuery("select i.id, s.said, s.entries, s.revisions" + CAPTURING + CAME)
        .bind("version", Terms.VERSION)
        .bind("below", below)
        .map((row, context) -> fresh(row, most))
        .findOne();
  }

  private Part fresh(ResultSet row, int most) throws SQLException {
    long incident = row.getLong("id");
    Instant since = Times.instant(row, "said");
    Instant until =
        handle
            .createQuery(FEW)
            .bind("incident", incident)
            .bind("since", since)
            .bind("most", most)
            .map((latest, context) -> Times.instant(latest, "latest"))
            .one();
    long fresh =
        handle
            .createQuery(UNTIL)
            .bind("incident", incident)
            .bind("since", since)
            .bind("until", until)
            .mapTo(Long.class)
            .one();
    long entries = row.getLong("entries") + fresh;
    return new Part(incident, since, new Count(entries, fresh, row.getLong("revisions"), until));
  }

  private List<Part> all(int most, String more) {
    Set<Long> whole = new HashSet<>(missing(most));
    whole.addAll(handle.createQuery(TOUCHED).mapTo(Long.class).list());
    List<Part> parts = new ArrayList<>();
    whole.forEach(id -> parts.add(Part.whole(id)));
    capturing(more)
        .filter(part -> part.incident() != 0 && !whole.contains(part.incident()))
        .forEach(parts::add);
    return newestFirst(parts);
  }

  private Stream<Part> capturing(String more) {
    return handle
        .createQuery("select " + COLUMNS + more + CAPTURING)
        .bind("version", Terms.VERSION)
        .map((row, context) -> part(row, !more.isEmpty()))
        .list()
        .stream();
  }

  private static List<Part> newestFirst(List<Part> parts) {
    parts.sort(Comparator.comparing(Part::incident).reversed());
    return parts;
  }

  private List<Long> missing(int most) {
    return handle
        .createQuery(MISSING)
        .bind("version", Terms.VERSION)
        .bind("most", most)
        .mapTo(Long.class)
        .list();
  }

  private static Part part(ResultSet row, boolean thorough) throws SQLException {
    long expected = row.getLong("entries") + row.getLong("fresh");
    boolean early = thorough && row.getLong("entries_now") != expected;
    if (early || row.getLong("revisions_now") != row.getLong("revisions")) {
      return Part.whole(row.getLong("id"));
    }
    long fresh = row.getLong("fresh");
    if (fresh == 0) {
      return Part.whole(0);
    }
    Count count =
        new Count(
            row.getLong("entries") + fresh,
            fresh,
            row.getLong("revisions"),
            Times.instant(row, "latest"));
    return new Part(row.getLong("id"), Times.instant(row, "said"), count);
  }
}
