package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A message as the people of the channel see it; always the present state, also after an edit. */
public final class Message {
  Message() {}

  /** Its timestamp, which is its key within the channel. */
  public String ts() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The timestamp of its thread's parent; empty outside of threads. */
  public String threadTs() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The channel that it is in. */
  public Channel channel() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The id of its author: a user's, or a bot's for webhooks. */
  public String author() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** What a person reads: its blocks, attachments and files as plain text. */
  public String text() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The top-level text as stored, which screen readers and notifications use. */
  public String rawText() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Its blocks as stored. */
  public JsonNode blocks() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The whole message as the Web API gives it. */
  public ObjectNode json() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The texts of its buttons, in order. */
  public List<String> buttons() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Whether only one person sees it. */
  public boolean isEphemeral() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Whether it was deleted. */
  public boolean isDeleted() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Whether it is a reply in a thread. */
  public boolean isReply() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The reactions: emoji name to the ids of those who reacted. */
  public Map<String, List<String>> reactions() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The files that hang on it. */
  public List<SlackFile> files() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Its replies, oldest first. */
  public List<Message> replies() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The address of the message in Slack. */
  public String permalink() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The author changes its text. */
  public Message edit(String newText) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The author deletes it; a parent with replies leaves a tombstone. */
  public void delete() {
    dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Slack adds a preview of a link to it: a change that is not an edit. */
  public Message unfurls(String url, String title, String preview) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** A person clicks the button with this text and waits for the acknowledgement. */
  public ClickResult click(Member who, String button) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /**
   * A person chooses an option in the select, overflow or other menu with this placeholder, label
   * or action_id.
   */
  public ClickResult choose(Member who, String menu, String option) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
