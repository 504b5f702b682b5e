package dev.postmortem.draft;

import dev.postmortem.timeline.MessageKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the post-mortems. One channel has at most one whose incident is not finished. */
public interface Drafts {
  /**
   * Opens a post-mortem; its id is chosen here, the one given is ignored.
   *
   * @throws ChannelTaken when the channel has one that captures, also when it was opened in this
   *     very moment by somebody else
   */
  Draft add(Draft draft);

  Optional<Draft> find(long id);

  /** Like {@link #find}, and nobody else changes it until this piece of work is kept. */
  Optional<Draft> forChange(long id);

  /**
   * The one of a channel that still captures or is being corrected, else the newest published one,
   * else the newest cancelled one, else none.
   */
  Optional<Draft> ofChannel(String team, String channel);

  /**
   * That to which what is said in a channel now belongs; asked for every message, so it is brief.
   */
  default Optional<Capture> capturing(String team, String channel) {
    return Optional.ofNullable(capturing(team, Set.of(channel)).get(channel));
  }

  /** The same for several channels at once; those where nothing captures are left out. */
  Map<String, Capture> capturing(String team, Set<String> channels);

  /**
   * The same for many messages, by their keys. Asked once for each workspace, however many messages
   * and channels there are.
   */
  static Map<MessageKey, Capture> capturing(Drafts drafts, Collection<MessageKey> messages) {
    Map<String, Set<String>> asked = new HashMap<>();
    for (MessageKey key : messages) {
      asked.computeIfAbsent(key.team(), team -> new HashSet<>()).add(key.channel());
    }
    Map<String, Map<String, Capture>> captures = new HashMap<>();
    asked.forEach((team, channels) -> captures.put(team, drafts.capturing(team, channels)));
    Map<MessageKey, Capture> found = new HashMap<>();
    for (MessageKey key : messages) {
      Capture capture = captures.getOrDefault(key.team(), Map.of()).get(key.channel());
      if (capture != null) {
        found.put(key, capture);
      }
    }
    return found;
  }

  /** All of a workspace, newest first. */
  List<Draft> all(String team);

  /** All of every workspace, oldest first. */
  List<Draft> all();

  /**
   * Keeps state, headline, roles, war room, reason and when it was published.
   *
   * @throws ChannelTaken when it would capture a channel that another one captures
   */
  void save(Draft draft);

  /** Keeps one section; every earlier revision is kept too. */
  void save(long id, SectionBody body);

  /** A section as it stood at a revision, empty when there never was one. */
  Optional<SectionBody> revision(long id, String key, int revision);

  void save(long id, Task task);

  void remove(long id, Task task);

  /** Keeps when a task was made. */
  void made(long id, Task task, Instant at);

  /** Keeps when a task was done or dropped; null when it is open again. */
  void settled(long id, Task task, @Nullable Instant at);

  void save(long id, Question question);

  void remove(long id, Question question);

  void save(long id, Participant participant);
}
