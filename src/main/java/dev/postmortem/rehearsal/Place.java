package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A person in a conversation: what they do there and what they see. */
public final class Place {
  Place() {}

  /** The person. */
  public Member who() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The conversation. */
  public Channel where() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Says something, as typed: {@code @name} and {@code #channel} become mentions. */
  public Message says(String text) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Says something with blocks of its own, as a client with a rich editor sends it. */
  public Message says(String text, JsonNode blocks) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Replies in the thread of a message. */
  public Message replies(Message parent, String text) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Replies in the thread and also to the channel. */
  public Message repliesToChannelToo(Message parent, String text) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The {@code /me} form. */
  public Message emotes(String text) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Reacts with an emoji, named without colons. */
  public Place reacts(String emoji, Message message) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Takes the reaction back. */
  public Place unreacts(String emoji, Message message) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Pins a message. */
  public Place pins(Message message) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Takes the pin out. */
  public Place unpins(Message message) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Uploads a file with a comment, which may be empty. */
  public Message uploads(String name, String mimetype, byte[] bytes, String comment) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Uploads a file into a thread. */
  public Message uploads(Message parent, String name, String mimetype, byte[] bytes) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Types a slash command, and waits for the acknowledgement. */
  public CommandAnswer types(String command) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Uses a message shortcut, named as in the menu, and waits for the acknowledgement. */
  public ClickResult shortcut(String name, Message message) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Everything visible here for this person, private messages included, oldest first. */
  public List<Message> sees() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The private messages that this person got here, oldest first. */
  public List<Message> seesPrivately() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /**
   * The newest visible message whose readable text holds these words; waits for it a bounded time.
   */
  public Message sees(String words) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Joins the channel. */
  public Place joins() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Leaves the channel. */
  public Place leaves() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
