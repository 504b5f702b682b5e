package dev.postmortem.storage;

import dev.postmortem.draft.Capture;
import dev.postmortem.storage.draft.SqlDrafts;
import dev.postmortem.storage.privacy.SqlForgotten;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.UnableToProduceResultException;
import org.jspecify.annotations.Nullable;

/**
 * Tells messages of which nothing is kept, neither words nor marks, from all others. What it has
 * learned holds until somebody else writes; then another takes its place.
 *
 * <p>Almost every message is later than all before it in its channel, so the database is seldom
 * asked.
 */
final class Unheard {
  private static final String ANYBODY_FORGOTTEN =
      "select number from forgotten fetch first 1 row only";
  private static final String ENTRY = "select ts from entry where team = ? and channel = ? and ts ";
  private static final String MARK = "select ts from mark where team = ? and channel = ? and ts ";
  private static final String FROM_THEN_ON = ">= ? fetch first 1 row only";
  private static final String EXACTLY = "= ? fetch first 1 row only";

  private final Map<Channel, Room> rooms = new HashMap<>();
  private @Nullable Boolean anybodyForgotten;

  private record Channel(String team, String channel) {}

  /** What is known of a channel. */
  private static final class Room {
    private final @Nullable Capture capture;

    /** Nothing is known of any message that is later in the order of the column. */
    private @Nullable String horizon;

    Room(@Nullable Capture capture) {
      this.capture = capture;
    }
  }

  /** What is known of a message. */
  sealed interface Word {}

  /** It belongs to no incident. */
  record Foreign() implements Word {}

  /** Something is kept already, or it is older than its incident. */
  record Known() implements Word {}

  /** Nothing is kept; this is how it may be, without those who want to be forgotten. */
  record News(Belonging message) implements Word {}

  /**
   * What the database knows of a message that does not wait to enter it. Once it is news, it counts
   * as kept.
   */
  Word of(Handle handle, Message said) {
    MessageKey key = said.key();
    Room room =
        rooms.computeIfAbsent(
            new Channel(key.team(), key.channel()), channel -> room(handle, channel));
    Capture capture = room.capture;
    if (capture == null) {
      return new Foreign();
    }
    if (!SlackTime.isTs(key.ts())
        || !capture.covers(SlackTime.instant(key.ts()))
        || !isUnheard(handle, room, key)) {
      return new Known();
    }
    return new News(new Belonging(capture.incident(), withoutForgotten(handle, said)));
  }

  private static Room room(Handle handle, Channel channel) {
    Set<String> one = Set.of(channel.channel());
    Map<String, Capture> found = new SqlDrafts(handle).capturing(channel.team(), one);
    return new Room(found.get(channel.channel()));
  }

  private static boolean isUnheard(Handle handle, Room room, MessageKey key) {
    String horizon = room.horizon;
    boolean isLater =
        horizon == null ? !isThere(handle, FROM_THEN_ON, key) : key.ts().compareTo(horizon) > 0;
    if (isLater) {
      room.horizon = key.ts();
    }
    return isLater || !isThere(handle, EXACTLY, key);
  }

  private static boolean isThere(Handle handle, String when, MessageKey key) {
    String[] given = {key.team(), key.channel(), key.ts()};
    return find(handle, ENTRY + when, given).isPresent()
        || find(handle, MARK + when, given).isPresent();
  }

  private Message withoutForgotten(Handle handle, Message said) {
    Boolean any = anybodyForgotten;
    if (any == null) {
      any = find(handle, ANYBODY_FORGOTTEN).isPresent();
      anybodyForgotten = any;
    }
    return any ? new SqlForgotten(handle).hidden(said) : said;
  }

  /** Plain JDBC, as Slack waits. */
  private static Optional<String> find(Handle handle, String sql, String... given) {
    Connection connection = handle.getConnection();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < given.length; i++) {
        statement.setString(i + 1, given[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    } catch (SQLException failed) {
      throw new UnableToProduceResultException(failed);
    }
  }
}
