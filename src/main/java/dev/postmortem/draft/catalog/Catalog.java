package dev.postmortem.draft.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The post-mortems, as somebody may see them.
 *
 * <p>Published ones of public war rooms are for everybody in the workspace. Those of a private room
 * are for its members alone. What is not published, or was cancelled, is for those who took part:
 * the point person, the moderator, the note-taker, participants, whoever is invited to the meeting,
 * and whoever was heard in the timeline. What somebody may not see is not counted either, and looks
 * like what does not exist.
 */
public interface Catalog {
  /** Those that match, the incident that began last first. */
  List<Card> find(Reader reader, Query query, int offset, int limit);

  /** How many {@link #find} would list in all. */
  int count(Reader reader, Query query);

  /** One of them. */
  Optional<Card> card(Reader reader, long id);

  /** What is still to be done, the longest overdue first, those without a date last. */
  List<OpenTask> openTasks(Reader reader, int offset, int limit);

  /** The first of them that are somebody's. */
  List<OpenTask> openTasksOf(Reader reader, String owner, int limit);

  Choices choices(Reader reader);

  /** Of all incidents that began in this time, the oldest first. */
  List<Fact> facts(Reader reader, Instant from, Instant to);

  /** The channels of all private war rooms of a workspace, to ask who is a member of which. */
  List<String> privateRooms(String team);
}
