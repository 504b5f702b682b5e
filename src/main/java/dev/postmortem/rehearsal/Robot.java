package dev.postmortem.rehearsal;

import dev.postmortem.rehearsal.who.OtherBot;

/** Somebody else's bot: an incoming webhook, or another app. */
public final class Robot {
  private final Backstage stage;
  private final OtherBot bot;

  Robot(Backstage stage, OtherBot bot) {
    this.stage = stage;
    this.bot = bot;
  }

  /** The bot id, B…. */
  public String botId() {
    return bot.botId();
  }

  /** The bot's user id; empty for a webhook, which has none. */
  public String userId() {
    return bot.userId();
  }

  /** The bot in a channel. */
  public RobotPlace in(Channel room) {
    return new RobotPlace(stage, bot, room);
  }
}
