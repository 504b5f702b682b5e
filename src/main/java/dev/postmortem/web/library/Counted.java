package dev.postmortem.web.library;

import dev.postmortem.draft.catalog.Fact;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.review.insight.Insights;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What many post-mortems tell together takes a while to count, so it is kept for some minutes: for
 * the one reader who asked, in the rooms that the reader is in, and while the same rooms are
 * private. Whatever changes of these, it is counted again. Of a few it is always counted.
 */
final class Counted {
  private static final int FEW = 500;
  private static final int KEPT = 8;
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private final Map<Asked, Answer> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
          return size() > KEPT;
        }
      };

  /** All that an answer depends on, but for what is written meanwhile. */
  private record Asked(
      Reader reader, Set<String> privateRooms, int months, ZoneId zone, LocalDate today) {}

  private record Answer(Insights insights, Instant at) {}

  /** The insights of the last months, this one included. */
  Insights of(Look look, int months) {
    Instant now = look.desk().now();
    LocalDate today = LocalDate.ofInstant(now, look.zone());
    Asked asked =
        look.ask(
            (catalog, reader) ->
                new Asked(
                    reader,
                    Set.copyOf(catalog.privateRooms(reader.team())),
                    months,
                    look.zone(),
                    today));
    Answer known = recall(asked);
    if (known != null && Duration.between(known.at(), now).abs().compareTo(GOOD_FOR) < 0) {
      return known.insights();
    }
    List<Fact> facts = facts(look, asked, now);
    Insights insights = Insights.of(facts, look.zone(), today);
    if (facts.size() > FEW) {
      keep(asked, new Answer(insights, now));
    }
    return insights;
  }

  private static List<Fact> facts(Look look, Asked asked, Instant now) {
    LocalDate first = asked.today().withDayOfMonth(1).minusMonths(asked.months() - 1);
    Instant from = first.atStartOfDay(asked.zone()).toInstant();
    Instant soon = now.plusSeconds(1);
    return look.ask((catalog, reader) -> catalog.facts(reader, from, soon));
  }

  private synchronized @Nullable Answer recall(Asked asked) {
    return kept.get(asked);
  }

  private synchronized void keep(Asked asked, Answer answer) {
    kept.remove(asked);
    kept.put(asked, answer);
  }
}
