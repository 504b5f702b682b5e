package dev.postmortem.rehearsal.api;

import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Kind;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.Team;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which conversations the bot may see, read and write to. */
final class Access {
  private static final Pattern TS = Pattern.compile("\\d{10}\\.\\d{6}");
  private final Team team;
  private final Scopes scopes;

  Access(Team team, Scopes scopes) {
    this.team = team;
    this.scopes = scopes;
  }

  private boolean isMember(Conversation room) {
    return room.members().contains(team.app().botUserId());
  }

  /** A conversation that the bot can see: private ones only from within. */
  Conversation visible(String id) {
    return team.rooms()
        .find(id)
        .filter(room -> room.kind() == Kind.PUBLIC || isMember(room))
        .orElseThrow(() -> new Refusal("channel_not_found"));
  }

  /** A conversation whose data may be read, as conversations.info does. */
  Conversation readable(String id) {
    Conversation room = visible(id);
    scopes.need(room.kind(), "read");
    return room;
  }

  /** A conversation whose messages may be read: the bot must be in it. */
  Conversation historic(String id) {
    Conversation room = visible(id);
    scopes.need(room.kind(), "history");
    if (!isMember(room)) {
      throw new Refusal("not_in_channel");
    }
    return room;
  }

  /** Where a message may be posted; a person's id stands for the direct message. */
  Conversation postable(String target) {
    Conversation room = addressed(target);
    if (!isMember(room) && !(room.kind() == Kind.PUBLIC && scopes.has("chat:write.public"))) {
      throw new Refusal("not_in_channel");
    }
    return notArchived(room);
  }

  /** Where the bot is a member, and may change or add something. */
  Conversation own(String id) {
    Conversation room = visible(id);
    if (!isMember(room)) {
      throw new Refusal("not_in_channel");
    }
    return notArchived(room);
  }

  private static Conversation notArchived(Conversation room) {
    if (room.isArchived()) {
      throw new Refusal("is_archived");
    }
    return room;
  }

  private Conversation addressed(String target) {
    boolean person = target.startsWith("U") || target.startsWith("W");
    if (person && team.people().find(target).isPresent()) {
      return team.rooms().direct(target);
    }
    Optional<Conversation> named =
        team.rooms().named(target.startsWith("#") ? target.substring(1) : target);
    return visible(named.map(Conversation::id).orElse(target));
  }

  /** A message of the conversation; private ones cannot be addressed. */
  static Post message(Conversation room, String ts) {
    return room.post(ts)
        .filter(post -> !post.isGone())
        .orElseThrow(() -> new Refusal("message_not_found"));
  }

  /**
   * The parent of a new reply; a malformed ts is refused, a reply's too, an unknown one is not (see
   * its caller).
   */
  static Optional<Post> parent(Conversation room, String threadTs) {
    if (!TS.matcher(threadTs).matches()) {
      throw new Refusal("invalid_thread_ts");
    }
    Optional<Post> parent = room.post(threadTs);
    if (parent.filter(Post::isReply).isPresent()) {
      throw new Refusal("cannot_reply_to_message");
    }
    return parent.filter(post -> !post.isGone() || !room.replies(threadTs).isEmpty());
  }
}
