package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A channel or a direct message, with everything said in it. Guarded by the team's lock. */
public final class Conversation {
  private final Set<String> members = new LinkedHashSet<>();
  private final NavigableMap<String, Post> posts = new TreeMap<>();
  private final NavigableMap<String, Post> whispers = new TreeMap<>();
  private final List<String> previousNames = new ArrayList<>();
  private final Instant created;
  private String id;
  private String name;
  private Kind kind;
  private String topic = "";
  private boolean archived;
  private String hiddenBefore = "";
  private int reactorsNamed = Integer.MAX_VALUE;
  private long lastMicros;

  Conversation(String id, String name, Kind kind, Instant created) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.created = created;
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** Its name; for a direct message the id of the person in it. */
  public String name() {
    return name;
  }

  /** What it is. */
  public Kind kind() {
    return kind;
  }

  /** Whether it is archived. */
  public boolean isArchived() {
    return archived;
  }

  /** Its topic. */
  public String topic() {
    return topic;
  }

  /** The ids of its members. */
  public Set<String> members() {
    return members;
  }

  /** Its former names. */
  public List<String> previousNames() {
    return previousNames;
  }

  /** When it was made. */
  public Instant created() {
    return created;
  }

  /** Everything that is still there, oldest first. */
  public List<Post> posts() {
    return List.copyOf(posts.values());
  }

  /** What only single persons see, oldest first. */
  public List<Post> whispers() {
    return List.copyOf(whispers.values());
  }

  /** The message of this ts. */
  public Optional<Post> post(String ts) {
    return Optional.ofNullable(posts.get(ts));
  }

  /** The private message of this ts. */
  public Optional<Post> whisper(String ts) {
    return Optional.ofNullable(whispers.get(ts));
  }

  /** The replies below this parent, oldest first. */
  public List<Post> replies(String parentTs) {
    return posts.tailMap(parentTs, false).values().stream()
        .filter(post -> post.isReply() && post.threadTs().equals(parentTs))
        .toList();
  }

  void keep(Post post) {
    (post.onlyFor().isEmpty() ? posts : whispers).put(post.ts(), post);
  }

  void drop(Post post) {
    post.erase();
    posts.remove(post.ts());
    whispers.remove(post.ts());
  }

  void rename(String newName) {
    previousNames.add(0, name);
    name = newName;
  }

  void archive(boolean on) {
    archived = on;
  }

  void topic(String value) {
    topic = value;
  }

  /** Forgets all older messages, telling nobody, as a rule for keeping messages has it. */
  public void forgetBefore(Instant instant) {
    posts.headMap(ts(instant), false).clear();
  }

  /** Holds all older messages back, as a free workspace does; they count as limited. */
  public void hideBefore(Instant instant) {
    hiddenBefore = ts(instant);
  }

  /** Whether something is held back. */
  public boolean isLimited() {
    return !hiddenBefore.isEmpty();
  }

  /** Whether a message is not held back. */
  public boolean shows(Post post) {
    return post.ts().compareTo(hiddenBefore) >= 0;
  }

  /** Names at most so many of those who reacted with one emoji; the number stays right. */
  public void nameReactors(int most) {
    reactorsNamed = most;
  }

  void becomePrivate(String newId) {
    id = newId;
    kind = Kind.PRIVATE;
  }

  /**
   * A new timestamp: the clock's, but always later than the last, as ts are unique within a
   * conversation.
   */
  public String nextTs(Clock clock) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    do {
      lastMicros = Math.max(micros, lastMicros + 1);
    } while (posts.containsKey(format(lastMicros)) || whispers.containsKey(format(lastMicros)));
    return format(lastMicros);
  }

  private static String ts(Instant instant) {
    return format(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }

  private static String format(long micros) {
    return String.format("%010d.%06d", micros / 1_000_000, micros % 1_000_000);
  }

  /** A message as conversations.history and conversations.replies give it, metadata included. */
  public ObjectNode json(Post post) {
    ObjectNode json = threadJson(post);
    if (!post.reactions().isEmpty()) {
      json.set("reactions", post.reactionsJson(reactorsNamed));
    }
    if (post.isPinned()) {
      json.set("pinned_to", Json.array(id));
    }
    return json;
  }

  /** A message with the numbers of its thread. */
  ObjectNode threadJson(Post post) {
    ObjectNode json = post.body().deepCopy();
    List<Post> replies = post.isReply() ? List.of() : replies(post.ts());
    if (!replies.isEmpty()) {
      List<String> users = replies.stream().map(Post::author).distinct().toList();
      json.put("thread_ts", post.ts()).put("reply_count", replies.size());
      json.put("reply_users_count", users.size())
          .put("latest_reply", replies.get(replies.size() - 1).ts());
      json.set("reply_users", Json.arrayOf(users.subList(0, Math.min(5, users.size()))));
      json.put("is_locked", false).put("subscribed", false);
    }
    return json;
  }

  /** The messages of the channel itself, newest first. */
  public Stream<Post> newestFirst() {
    return posts.descendingMap().values().stream().filter(Post::isTopLevel).filter(this::shows);
  }
}
