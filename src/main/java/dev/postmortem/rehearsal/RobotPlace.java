package dev.postmortem.rehearsal;

/** Somebody else's bot in a channel. */
public final class RobotPlace {
  RobotPlace() {}

  /** Posts attachments without any text, as alert bots do. */
  public Message alerts(String attachmentsJson) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Posts text. */
  public Message says(String text) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Posts text and blocks. */
  public Message posts(String text, String blocksJson) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Replies in a thread. */
  public Message replies(Message parent, String text) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
