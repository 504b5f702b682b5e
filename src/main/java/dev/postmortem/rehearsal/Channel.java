package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A conversation: a public or private channel, or a direct message. */
public final class Channel {
  Channel() {}

  /** The id: C… for channels, D… for direct messages. */
  public String id() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The name without the number sign; empty for direct messages. */
  public String name() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The mention as an app writes it, {@code <#C…>}. */
  public String mention() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Whether it is a private channel. */
  public boolean isPrivate() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Whether it is archived. */
  public boolean isArchived() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Adds people or the bot, as if the first member had invited them. */
  public Channel invite(Participant... participants) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Removes people or the bot. */
  public Channel remove(Participant... participants) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The ids of all members. */
  public List<String> memberIds() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /**
   * Every message that is still there, replies included, oldest first; private messages are not.
   */
  public List<Message> messages() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The newest message whose readable text holds these words; waits for it a bounded time. */
  public Message message(String words) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Gives it another name. */
  public Channel rename(String newName) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Archives it. */
  public Channel archive() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Brings it back from the archive. */
  public Channel unarchive() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Sets its topic. */
  public Channel topic(Member by, String topic) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Makes a public channel private; its id changes as it may in Slack. */
  public Channel makePrivate() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Posts a recorded message as it is, with its own ts and shape, and tells the bot of it. */
  public Message replays(ObjectNode message) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /**
   * Stores a recorded message as it is without telling anybody: what was there before the bot came.
   */
  public Message remembers(ObjectNode message) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
