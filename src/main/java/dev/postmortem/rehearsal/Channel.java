package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.gesture.Transcript;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Kind;
import dev.postmortem.rehearsal.state.Post;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A conversation: a public or private channel, or a direct message. */
public final class Channel {
  private final Backstage stage;
  private final Conversation room;

  Channel(Backstage stage, Conversation room) {
    this.stage = stage;
    this.room = room;
  }

  Conversation room() {
    return room;
  }

  /** The id: C… for channels, D… for direct messages. */
  public String id() {
    return stage.team.read(room::id);
  }

  /** The name without the number sign; empty for direct messages. */
  public String name() {
    return room.kind() == Kind.DIRECT ? "" : stage.team.read(room::name);
  }

  /** The mention as an app writes it, {@code <#C…>}. */
  public String mention() {
    return "<#" + id() + ">";
  }

  /** Whether it is a private channel. */
  public boolean isPrivate() {
    return stage.team.read(room::kind) == Kind.PRIVATE;
  }

  /** Whether it is a direct message. */
  public boolean isDirect() {
    return room.kind() == Kind.DIRECT;
  }

  /** Whether it is archived. */
  public boolean isArchived() {
    return stage.team.read(room::isArchived);
  }

  /** Adds people or the bot, as if the first member had invited them. */
  public Channel invite(Participant... participants) {
    stage.run(
        () ->
            Arrays.stream(participants)
                .forEach(who -> stage.membership.join(room, who.id(), first())));
    return this;
  }

  private String first() {
    return room.members().stream().findFirst().orElse("");
  }

  /** Removes people or the bot. */
  public Channel remove(Participant... participants) {
    stage.run(
        () -> Arrays.stream(participants).forEach(who -> stage.membership.leave(room, who.id())));
    return this;
  }

  /** The ids of all members. */
  public List<String> memberIds() {
    return stage.team.read(() -> List.copyOf(room.members()));
  }

  /**
   * Every message that is still there, replies included, oldest first; private messages are not.
   */
  public List<Message> messages() {
    return stage.team.read(() -> room.posts().stream().map(this::message).toList());
  }

  /** The newest message whose readable text holds these words; waits for it a bounded time. */
  public Message message(String words) {
    return stage.await(
        "a message \"" + words + "\" in " + this,
        () -> newest(messages(), words),
        () -> ":\n" + transcript());
  }

  /** The message of this ts; empty if it is not there. */
  public Optional<Message> at(String ts) {
    return stage.team.read(() -> room.post(ts).map(this::message));
  }

  static Optional<Message> newest(List<Message> messages, String words) {
    return messages.stream()
        .filter(message -> message.text().contains(words))
        .reduce((older, newer) -> newer);
  }

  Message message(Post post) {
    return new Message(stage, this, post);
  }

  String transcript() {
    return new Transcript(stage.team).of(room);
  }

  /** Gives it another name. */
  public Channel rename(String newName) {
    stage.run(() -> stage.membership.rename(room, first(), newName));
    return this;
  }

  /** Archives it. */
  public Channel archive() {
    stage.run(() -> stage.membership.archive(room, first(), true));
    return this;
  }

  /** Brings it back from the archive. */
  public Channel unarchive() {
    stage.run(() -> stage.membership.archive(room, first(), false));
    return this;
  }

  /** Sets its topic. */
  public Channel topic(Member by, String topic) {
    stage.run(() -> stage.membership.topic(room, by.id(), topic));
    return this;
  }

  /** Makes a public channel private; its id changes as it may in Slack. */
  public Channel makePrivate() {
    stage.run(() -> stage.membership.close(room));
    return this;
  }

  /** Forgets all older messages and tells nobody, as a rule for keeping messages has it. */
  public Channel forgetsBefore(Instant instant) {
    stage.run(() -> room.forgetBefore(instant));
    return this;
  }

  /** Holds all older messages back, as a free workspace does; its history is limited. */
  public Channel hidesBefore(Instant instant) {
    stage.run(() -> room.hideBefore(instant));
    return this;
  }

  /** Names only so many of those who reacted with one emoji; their number stays right. */
  public Channel namesReactors(int most) {
    stage.run(() -> room.nameReactors(most));
    return this;
  }

  /** Posts a recorded message as it is, with its own ts and shape, and tells the bot of it. */
  public Message replays(ObjectNode message) {
    return stage.team.locked(() -> message(stage.posting.post(room, message.deepCopy())));
  }

  /**
   * Stores a recorded message as it is without telling anybody: what was there before the bot came.
   */
  public Message remembers(ObjectNode message) {
    return stage.team.locked(() -> message(stage.posting.remember(room, message.deepCopy())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Channel channel && channel.room == room;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(room);
  }

  @Override
  public String toString() {
    return room.kind() == Kind.DIRECT ? "the direct message with " + room.name() : "#" + name();
  }
}
