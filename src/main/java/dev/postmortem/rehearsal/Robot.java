package dev.postmortem.rehearsal;

/** Somebody else's bot: an incoming webhook, or another app. */
public final class Robot {
  Robot() {}

  /** The bot id, B…. */
  public String botId() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The bot in a channel. */
  public RobotPlace in(Channel room) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
