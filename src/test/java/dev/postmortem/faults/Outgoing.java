package dev.postmortem.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the bot sent, as it stands in all channels: by letter, and by words. */
public final class Outgoing {
  /** Letters that are files: documents, and meetings for somebody's calendar. */
  private static final Pattern PAPER =
      Pattern.compile("(files|calendar)/(\\d+)(?:/(\\d+)/(\\w+))?.*");

  private static final Pattern ENTRY = Pattern.compile(".*/pm-(\\d+)-meeting-(\\d+)\\.ics");

  private final Map<String, Integer> letters = new TreeMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> kinds = new TreeMap<>();

  /** What stands there now. */
  public Outgoing(Workspace slack) {
    for (Channel channel : slack.channels()) {
      channel.messages().stream()
          .filter(message -> message.author().equals(slack.botUserId()))
          .forEach(message -> take(channel, message));
    }
  }

  private void take(Channel channel, Message message) {
    JsonNode payload = message.json().path("metadata").path("event_payload");
    String letter = payload.path("letter").asText();
    if (!letter.isEmpty()) {
      letters.merge(letter + " part " + payload.path("part"), 1, Integer::sum);
      kinds.merge(letter.replaceFirst("/.*", ""), 1, Integer::sum);
      words.merge(channel.id() + message.threadTs() + message.text(), 1, Integer::sum);
    }
    String place = channel.isDirect() ? channel.memberIds().toString() : channel.id();
    message.files().forEach(file -> letters.merge(file(place, file.name()), 1, Integer::sum));
  }

  /** Letters and words that stand in one channel more than once. */
  public List<String> twice() {
    List<String> twice = new ArrayList<>();
    for (Map<String, Integer> counted : List.of(letters, words)) {
      counted.forEach(
          (what, times) -> {
            if (times > 1) {
              twice.add(times + " times: " + what);
            }
          });
    }
    return twice;
  }

  /** How many messages of each kind there are. */
  public Map<String, Integer> kinds() {
    return kinds;
  }

  /** Whether the first message of a letter stands anywhere. */
  boolean holds(String letter) {
    Matcher paper = PAPER.matcher(letter);
    if (!paper.matches()) {
      return letters.containsKey(letter + " part 0");
    }
    return paper.group(1).equals("files")
        ? letters.keySet().stream().anyMatch(key -> key.endsWith("/pm-" + paper.group(2) + ".html"))
        : letters.keySet().stream().anyMatch(key -> isEntry(paper, key));
  }

  /** A later word on the meeting makes an earlier one needless. */
  private static boolean isEntry(Matcher letter, String key) {
    Matcher file = ENTRY.matcher(key);
    return file.matches()
        && key.contains(letter.group(4))
        && file.group(1).equals(letter.group(2))
        && Integer.parseInt(file.group(2)) >= Integer.parseInt(letter.group(3));
  }

  private static String file(String channel, String name) {
    return "file " + channel + "/" + name;
  }
}
