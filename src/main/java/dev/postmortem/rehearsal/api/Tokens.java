package dev.postmortem.rehearsal.api;

import dev.postmortem.rehearsal.blocks.Refusal;

/** The tokens of the app. */
public final class Tokens {
  private final String bot;
  private final String app;
  private volatile String trouble = "";

  /** A bot token, xoxb-, and an app-level token, xapp-. */
  public Tokens(String bot, String app) {
    this.bot = bot;
    this.app = app;
  }

  /** The bot token. */
  public String bot() {
    return bot;
  }

  /** The app-level token. */
  public String app() {
    return app;
  }

  /** From now on the bot token is refused with this error, token_revoked or account_inactive. */
  public void refuse(String error) {
    trouble = error;
  }

  void check(String token, boolean appLevel) {
    if (token.isEmpty()) {
      throw new Refusal("not_authed");
    }
    if (!token.equals(bot) && !token.equals(app)) {
      throw new Refusal("invalid_auth");
    }
    if (token.equals(app) != appLevel) {
      throw new Refusal("not_allowed_token_type");
    }
    if (!appLevel && !trouble.isEmpty()) {
      throw new Refusal(trouble);
    }
  }

  /** Whether a file may be fetched with it. */
  boolean opensFiles(String token) {
    return token.equals(bot) && trouble.isEmpty();
  }
}
