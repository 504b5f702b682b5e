package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * A method of the Web API.
 *
 * @param scope the scope it always needs; empty where none is needed or the conversation decides
 * @param tier how often it may be called
 * @param token which token it takes
 */
record Method(String name, String scope, Tier tier, Token token, Function<Args, ObjectNode> work) {

  /** Rate limit tiers: calls a minute (page "Rate limits"). */
  enum Tier {
    ONE(1, 10),
    TWO(20, 40),
    THREE(50, 100),
    FOUR(100, 200),
    MANY(600, 600),
    /** chat.postMessage: about one a second for each channel, short bursts tolerated. */
    EACH_CHANNEL(60, 30);

    private final int perMinute;
    private final int burst;

    Tier(int perMinute, int burst) {
      this.perMinute = perMinute;
      this.burst = burst;
    }

    int perMinute() {
      return perMinute;
    }

    int burst() {
      return burst;
    }
  }

  /** Which token a method takes. */
  enum Token {
    BOT,
    APP,
    NONE
  }

  static Method of(String name, String scope, Tier tier, Function<Args, ObjectNode> work) {
    return new Method(name, scope, tier, Token.BOT, work);
  }
}
