package dev.postmortem.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the timelines of all incidents. Every change may arrive twice and in any order and ends in
 * the same state: the latest version of a message wins, a deleted message never comes back, the
 * latest word about a mark wins.
 */
public interface Timelines {
  /** Keeps the message, or its newer version. Answers whether anything changed. */
  boolean keep(long incident, Message message);

  /**
   * Keeps many at once, which costs much less than one after the other. Answers the keys of those
   * that changed anything.
   */
  Set<MessageKey> keep(List<Belonging> messages);

  /**
   * The author took the message back; it leaves the timeline for good, also if it is heard of only
   * later.
   */
  void delete(long incident, MessageKey key, Instant at);

  /** Keeps a mark, also on a message that is not known yet. */
  void mark(long incident, Mark mark);

  /** Takes away every mark, whoever set it, that files the message under the tag. */
  void unmark(long incident, MessageKey key, String tag, Instant at);

  /** Changes how an entry is shown. */
  void amend(long incident, MessageKey key, Amendment amendment);

  /** Which of these messages somebody's mark files under a section now. */
  List<Belonging> marked(List<Belonging> messages);

  /** The entry, also when it is hidden; empty when it is unknown or deleted. */
  Optional<Entry> find(long incident, MessageKey key);

  /** The entries in order of their time, hidden ones included, deleted ones not. */
  List<Entry> of(long incident);

  /** How many entries there are, hidden ones included. */
  int size(long incident);

  /**
   * A stretch of the timeline, in order of time, without reading the rest.
   *
   * @param skip how many of the latest entries are left out
   * @param most how many are wanted
   */
  List<Entry> latest(long incident, int skip, int most);

  /** The entries that somebody's mark files under a section, in order of their time. */
  List<Entry> filed(long incident);

  /** Who spoke, in the order in which they were first heard. */
  List<Voice> voices(long incident);

  /** The forms that messages had before the one in their entry, those of a message oldest first. */
  Map<MessageKey, List<Revision>> revisions(long incident);

  /** How many messages their authors took back. */
  int deleted(long incident);

  /**
   * Gives all that is kept for a channel another id, as Slack does when a channel becomes private.
   */
  void moveChannel(String team, String from, String to);
}
