package dev.postmortem.workflow.incident;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.OpenTask;
import dev.postmortem.draft.catalog.Query;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What concerns somebody, of the post-mortems that the person may see and that were not cancelled.
 * However many there are, no more are read than are shown.
 */
public final class Mine {
  /** No meeting that goes on began earlier. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Desk desk;
  private final Reader reader;

  /** For somebody, as they stand now. */
  public Mine(Desk desk, Reader reader) {
    this.desk = desk;
    this.reader = reader;
  }

  /** Open tasks, the longest overdue first. */
  public List<OpenTask> tasks(int most) {
    return desk.store()
        .read(records -> records.catalog().openTasksOf(reader, reader.person(), most));
  }

  /** A meeting to come, and what it is about. */
  public record Planned(Meeting meeting, Draft draft) {}

  /** Those that the person is invited to, the next first; one that goes on is among them. */
  public List<Planned> meetings(int most) {
    return desk.store()
        .read(
            records ->
                records.meetings().after(desk.now().minus(LONGEST)).stream()
                    .filter(meeting -> meeting.isAhead(desk.now()))
                    .filter(meeting -> meeting.attendees().contains(reader.person()))
                    .flatMap(meeting -> planned(records, meeting))
                    .limit(most)
                    .toList());
  }

  private Stream<Planned> planned(Records records, Meeting meeting) {
    return records
        .catalog()
        .card(reader, meeting.incident())
        .filter(Mine::isAlive)
        .flatMap(card -> records.drafts().find(card.id()))
        .map(draft -> new Planned(meeting, draft))
        .stream();
  }

  /** Those in which the person took part, the incident that began last first. */
  public List<Draft> drafts(int most) {
    return desk.store().read(records -> drafts(records, most));
  }

  private List<Draft> drafts(Records records, int most) {
    Query query = new Query("", null, null, "", null, reader.person(), "");
    List<Draft> mine = new ArrayList<>();
    List<Card> page;
    int offset = 0;
    do {
      page = records.catalog().find(reader, query, offset, most);
      page.stream()
          .filter(Mine::isAlive)
          .flatMap(card -> records.drafts().find(card.id()).stream())
          .limit(most - mine.size())
          .forEach(mine::add);
      offset += most;
    } while (mine.size() < most && page.size() == most);
    return mine;
  }

  private static boolean isAlive(Card card) {
    return card.state() != State.CANCELLED;
  }
}
