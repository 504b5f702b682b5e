package dev.postmortem.storage;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Remark;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.State;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Values for the tests of the store. */
public final class Examples {
  public static final String TEAM = "T1";

  /** Within an hour that a clock in California shows twice. */
  public static final Instant NIGHT = Instant.parse("2026-11-01T09:30:00.123456Z");

  private Examples() {}

  public static Draft draft(String channel) {
    return new Draft(
        0,
        new WarRoom(TEAM, channel, "inc-" + channel, true),
        State.OPEN,
        new Headline("Käse 🧀 is down", "SEV1", NIGHT, null, ZoneId.of("Europe/London")),
        new Roles("UOWNER", null, null),
        NIGHT.plusSeconds(60),
        "",
        null,
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public static MessageKey key(String ts) {
    return new MessageKey(TEAM, "C1", ts);
  }

  public static Message message(String ts, String words) {
    return version(ts, words, SlackTime.instant(ts), false);
  }

  public static Message edited(String ts, String words, Instant at) {
    return version(ts, words, at, true);
  }

  private static Message version(String ts, String words, Instant at, boolean edited) {
    String raw = "{\"text\":\"" + words + "\"}";
    return new Message(key(ts), Kind.MESSAGE, "UANNE", "", raw, words, null, at, edited);
  }

  public static Mark mark(String ts, String tag, boolean on, Instant at) {
    return new Mark(key(ts), tag, "UANNE", "pushpin", on, at);
  }

  public static Remark remark(String words) {
    return new Remark("{\"text\":\"" + words + "\"}", words, "UANNE", NIGHT.plusSeconds(90));
  }
}
