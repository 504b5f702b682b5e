package dev.postmortem.workflow.incident;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.Query;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Rooms;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists and searches the post-mortems that somebody may see: a private war room's only by its
 * members.
 */
public final class Finding {
  private final Desk desk;
  private final Rooms rooms;

  public Finding(Desk desk, Rooms rooms) {
    this.desk = desk;
    this.rooms = rooms;
  }

  /** What the person may see, the incident that began last first. */
  public Found list(String team, String user, int most) {
    return find(reader(team, user, true), Query.ALL, most);
  }

  /** Those in which all the words occur; the last may be the beginning of a word. */
  public Found search(String team, String user, String text, int most) {
    return find(reader(team, user, true), Query.words(text), most);
  }

  private Found find(Reader reader, Query query, int most) {
    return desk.store()
        .read(
            records -> {
              List<Card> cards = records.catalog().find(reader, query, 0, most);
              int count =
                  cards.size() < most ? cards.size() : records.catalog().count(reader, query);
              return new Found(cards, count - cards.size());
            });
  }

  /**
   * Somebody who looks into the library, with the private rooms in which Slack says that the person
   * is at this moment.
   */
  public Reader reader(String team, String user, boolean inSlack) {
    Set<String> member =
        desk.store().read(records -> records.catalog().privateRooms(team)).stream()
            .filter(room -> rooms.hasMember(room, user))
            .collect(Collectors.toSet());
    return new Reader(team, user, member, inSlack);
  }

  /** Whether the person may see this one. */
  public boolean mayRead(Draft draft, String user) {
    return !draft.room().isPrivate() || rooms.hasMember(draft.room().channel(), user);
  }

  /**
   * What was found.
   *
   * @param more how many more there are
   */
  public record Found(List<Card> cards, int more) {
    public Found {
      cards = List.copyOf(cards);
    }
  }
}
