package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.gesture.Commands;
import dev.postmortem.rehearsal.gesture.Typing;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.StoredFile;
import dev.postmortem.rehearsal.text.Json;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A person in a conversation: what they do there and what they see. */
public final class Place {
  private final Backstage stage;
  private final Member who;
  private final Channel where;

  Place(Backstage stage, Member who, Channel where) {
    this.stage = stage;
    this.who = who;
    this.where = where;
  }

  /** The person. */
  public Member who() {
    return who;
  }

  /** The conversation. */
  public Channel where() {
    return where;
  }

  /** Says something, as typed: {@code @name} and {@code #channel} become mentions. */
  public Message says(String text) {
    return posts(typed().said(text));
  }

  /** Says something with blocks of its own, as a client with a rich editor sends it. */
  public Message says(String text, JsonNode blocks) {
    ObjectNode body = typed().said(text);
    body.set("blocks", blocks.deepCopy());
    return posts(body);
  }

  /** Replies in the thread of a message. */
  public Message replies(Message parent, String text) {
    return posts(typed().said(text).put("thread_ts", thread(parent)));
  }

  /** Replies in the thread and also to the channel. */
  public Message repliesToChannelToo(Message parent, String text) {
    return posts(
        typed().said(text).put("thread_ts", thread(parent)).put("subtype", "thread_broadcast"));
  }

  /** The {@code /me} form. */
  public Message emotes(String text) {
    ObjectNode body = typed().said(text).put("subtype", "me_message");
    body.remove(List.of("blocks", "client_msg_id", "team"));
    return posts(body);
  }

  private Typing typed() {
    return new Typing(stage.team, who.id());
  }

  private Message posts(ObjectNode body) {
    return stage.team.locked(
        () -> {
          Conversation room = where.room();
          if (!room.members().contains(who.id()) || room.isArchived()) {
            throw new IllegalStateException(who.name() + " cannot write in " + where);
          }
          return where.message(stage.posting.post(room, body));
        });
  }

  private static String thread(Message parent) {
    return parent.isReply() ? parent.threadTs() : parent.ts();
  }

  /** Reacts with an emoji, named without colons. */
  public Place reacts(String emoji, Message message) {
    return marks((room, post) -> stage.marks.react(room, post, who.id(), emoji), message);
  }

  /** Takes the reaction back. */
  public Place unreacts(String emoji, Message message) {
    return marks((room, post) -> stage.marks.unreact(room, post, who.id(), emoji), message);
  }

  /** Pins a message. */
  public Place pins(Message message) {
    return marks((room, post) -> stage.marks.pin(room, post, who.id(), true), message);
  }

  /** Takes the pin out. */
  public Place unpins(Message message) {
    return marks((room, post) -> stage.marks.pin(room, post, who.id(), false), message);
  }

  private Place marks(BiConsumer<Conversation, Post> mark, Message message) {
    stage.run(() -> mark.accept(where.room(), message.post()));
    return this;
  }

  /** Uploads a file with a comment, which may be empty. */
  public Message uploads(String name, String mimetype, byte[] bytes, String comment) {
    return shares(typed().upload(comment), add(name, mimetype, bytes));
  }

  /** Uploads a file as somebody of another workspace does: the app sees its id and must ask. */
  public Message uploadsFromElsewhere(String name, String mimetype, byte[] bytes) {
    StoredFile file = add(name, mimetype, bytes);
    return shares(typed().upload(""), file, stage.team.files().stub(file));
  }

  /** Uploads a file into a thread. */
  public Message uploads(Message parent, String name, String mimetype, byte[] bytes) {
    return shares(typed().upload("").put("thread_ts", thread(parent)), add(name, mimetype, bytes));
  }

  private StoredFile add(String name, String mimetype, byte[] bytes) {
    return stage.team.locked(() -> stage.team.files().add(name, mimetype, who.id(), bytes.clone()));
  }

  private Message shares(ObjectNode body, StoredFile file) {
    return shares(body, file, stage.team.files().json(file));
  }

  private Message shares(ObjectNode body, StoredFile file, ObjectNode json) {
    body.set("files", Json.array(json));
    Message message = posts(body);
    stage.run(() -> stage.team.files().shared(file, where.room(), message.ts()));
    return message;
  }

  /** Types a slash command, and waits for the acknowledgement. */
  public CommandAnswer types(String command) {
    Commands.Typed typed = stage.commands.type(stage.person(who.id()), where.room(), command);
    return new CommandAnswer(stage, typed, command);
  }

  /** Uses a message shortcut, named as in the menu, and waits for the acknowledgement. */
  public ClickResult shortcut(String name, Message message) {
    return Backstage.result(
        stage.shortcuts.message(stage.person(who.id()), where.room(), message.post(), name));
  }

  /** Everything visible here for this person, private messages included, oldest first. */
  public List<Message> sees() {
    return stage.team.read(
        () ->
            Stream.concat(where.room().posts().stream(), whispers())
                .sorted(Comparator.comparing(Post::ts))
                .map(where::message)
                .toList());
  }

  /** The private messages that this person got here, oldest first. */
  public List<Message> seesPrivately() {
    return stage.team.read(() -> whispers().map(where::message).toList());
  }

  private Stream<Post> whispers() {
    return where.room().whispers().stream().filter(post -> post.onlyFor().equals(who.id()));
  }

  /**
   * The newest visible message whose readable text holds these words; waits for it a bounded time.
   */
  public Message sees(String words) {
    return stage.await(
        "a message \"" + words + "\" for " + who.name() + " in " + where,
        () -> Channel.newest(sees(), words),
        () -> ":\n" + where.transcript());
  }

  /** Joins the channel. */
  public Place joins() {
    stage.run(() -> stage.membership.join(where.room(), who.id(), ""));
    return this;
  }

  /** Leaves the channel. */
  public Place leaves() {
    stage.run(() -> stage.membership.leave(where.room(), who.id()));
    return this;
  }
}
