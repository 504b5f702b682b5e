package dev.postmortem.faults;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Robot;
import dev.postmortem.timeline.EmojiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** People in a war room who talk, correct themselves, take things back and mark things. */
public final class Chat {
  private static final List<String> EMOJI = List.of("pushpin", "mag", "boom", "tada");
  private final Channel room;
  private final List<Member> people;
  private final Robot alerts;
  private final Random random;
  private final List<Message> said = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private int number;

  /** What is done follows from the seed. */
  public Chat(Channel room, List<Member> people, Robot alerts, long seed) {
    this.room = room;
    this.people = people;
    this.alerts = alerts;
    this.random = new Random(seed);
  }

  /** Where they talk. */
  public Channel room() {
    return room;
  }

  /** How often what was done. */
  public Map<String, Integer> counts() {
    return counts;
  }

  /** One of them does something. */
  public void goOn() {
    Member who = one(people);
    int chance = said.isEmpty() ? 0 : random.nextInt(100);
    if (chance < 50) {
      did("said", who.in(room).says(words()));
    } else if (chance < 58) {
      did("alerted", alerts.in(room).says(words()));
    } else if (chance < 72) {
      did("replied", who.in(room).replies(one(said), words()));
    } else if (chance < 82) {
      edit(one(said));
    } else if (chance < 87) {
      delete(one(said));
    } else {
      mark(who, one(said));
    }
  }

  private String words() {
    return "word " + room.name() + "-" + number++;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void did(String what, Message message) {
    count(what);
    said.add(message);
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private void edit(Message message) {
    if (!message.author().startsWith("B")) {
      message.edit(words());
      count("edited");
    }
  }

  private void delete(Message message) {
    said.remove(message);
    message.delete();
    count("deleted");
  }

  private void mark(Member who, Message message) {
    String emoji = one(EMOJI);
    if (message.reactions().getOrDefault(emoji, List.of()).contains(who.id())) {
      who.in(room).unreacts(emoji, message);
      count("unmarked");
    } else {
      who.in(room).reacts(emoji, message);
      count("marked");
    }
  }

  /** The numbered words that stand in a room, each with what it is filed under, in order. */
  public List<String> standing() {
    return room.messages().stream()
        .filter(message -> message.rawText().startsWith("word "))
        .map(message -> message.rawText() + " " + tags(message))
        .toList();
  }

  private static TreeSet<String> tags(Message message) {
    TreeSet<String> tags = new TreeSet<>();
    message.reactions().entrySet().stream()
        .filter(reaction -> !reaction.getValue().isEmpty())
        .map(reaction -> EmojiMap.DEFAULT.tag(reaction.getKey()))
        .flatMap(Optional::stream)
        .forEach(tags::add);
    return tags;
  }
}
