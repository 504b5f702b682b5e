package dev.postmortem.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.timeline.SlackTime;
import java.util.stream.IntStream;

/**
 * An event as Slack would send it, but for its room, its time and its number. They have a fixed
 * width, so an event is cast by copying: the generator shares the processor with what it measures.
 */
final class Mold {
  private static final String ROOM = "C~~~~~~~~";
  private static final String TS = "~~~~~~~~~~.~~~~~~";
  private static final String SECOND = "1111111111";
  private static final String NUMBER = "N~~~~~~~~~";

  /** How many events have a timestamp within one second; where time plays a part, the true rate. */
  private static final int TICKS_A_SECOND = Integer.getInteger("bench.ticks", 10_000);

  private final byte[] body;
  private final int[] rooms;
  private final int[] times;
  private final int[] seconds;
  private final int[] numbers;

  Mold(String team, Chatter chatter) {
    body = envelope(team, chatter).toString().getBytes(UTF_8);
    String bytes = new String(body, ISO_8859_1);
    rooms = places(bytes, ROOM);
    times = places(bytes, TS);
    seconds = places(bytes, SECOND);
    numbers = places(bytes, NUMBER);
  }

  private static ObjectNode envelope(String team, Chatter chatter) {
    ObjectNode envelope = Chatter.object();
    envelope.put("token", "Z26uZbY58eFTCVy5jp5nLdfa").put("team_id", team);
    envelope.put("context_team_id", team).putNull("context_enterprise_id");
    envelope.put("api_app_id", "A0BENCH").set("event", message(team, chatter));
    envelope.put("type", "event_callback").put("event_id", "Ev0" + NUMBER);
    envelope.put("event_time", Integer.parseInt(SECOND));
    ObjectNode authorization = envelope.putArray("authorizations").addObject();
    authorization.putNull("enterprise_id").put("team_id", team).put("user_id", FakeSlack.BOT_USER);
    authorization.put("is_bot", true).put("is_enterprise_install", false);
    envelope.put("is_ext_shared_channel", false);
    return envelope.put("event_context", "4-eyJldCI6Im1lc3NhZ2UiLCJ0aWQiOiJUMEJFTkNIIn0" + NUMBER);
  }

  private static ObjectNode message(String team, Chatter chatter) {
    ObjectNode message = Chatter.object();
    message.put("user", chatter.author()).put("type", "message").put("ts", TS);
    message.put("client_msg_id", "7c1b2f1e-5d3a-4b8e-9c1d-00" + NUMBER).put("team", team);
    chatter.speak(message);
    return message.put("channel", ROOM).put("event_ts", TS).put("channel_type", "channel");
  }

  private static int[] places(String text, String of) {
    return IntStream.range(0, text.length()).filter(at -> text.startsWith(of, at)).toArray();
  }

  int length() {
    return body.length;
  }

  /** The timestamp of an event: each has its own. */
  static String ts(long firstSecond, long number) {
    long micros = number % TICKS_A_SECOND * (1_000_000 / TICKS_A_SECOND);
    return "%010d.%06d".formatted(firstSecond + number / TICKS_A_SECOND, micros);
  }

  /** Which event has this timestamp; -1 for what is no timestamp of Slack's. */
  static long number(long firstSecond, String ts) {
    if (!SlackTime.isTs(ts)) {
      return -1;
    }
    long second = Long.parseLong(ts.substring(0, 10)) - firstSecond;
    return second * TICKS_A_SECOND
        + Long.parseLong(ts.substring(11)) / (1_000_000 / TICKS_A_SECOND);
  }

  /** Writes the event to the beginning of an array. */
  void cast(byte[] into, byte[] room, long firstSecond, long number) {
    System.arraycopy(body, 0, into, 0, body.length);
    for (int at : rooms) {
      System.arraycopy(room, 0, into, at, room.length);
    }
    long second = firstSecond + number / TICKS_A_SECOND;
    for (int at : times) {
      digits(into, at, 10, second);
      digits(into, at + 11, 6, number % TICKS_A_SECOND * (1_000_000 / TICKS_A_SECOND));
    }
    for (int at : seconds) {
      digits(into, at, 10, second);
    }
    for (int at : numbers) {
      digits(into, at, 10, number);
    }
  }

  static void digits(byte[] into, int at, int width, long value) {
    long left = value;
    for (int i = at + width - 1; i >= at; i--) {
      into[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }
}
