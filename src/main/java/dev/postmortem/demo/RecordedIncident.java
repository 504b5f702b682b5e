package dev.postmortem.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An incident as it once was recorded: what was said then is said again, at the same times. */
record RecordedIncident(Recording recording) implements Incident {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** Between two recorded timestamps, so that what the bot posts gets none of theirs. */
  private static final Duration ASIDE = Duration.ofNanos(37_000);

  /** Reads a file. */
  static RecordedIncident read(Path file) throws Refused {
    JsonNode json = json(file);
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    Recording recording = new Recording(json, name);
    if (!json.isObject() || recording.messages().isEmpty()) {
      throw new Refused(
          file + " is no recorded incident: it needs an object with \"messages\" that have a ts.");
    }
    if (recording.firstSpeaker().isEmpty()) {
      throw new Refused(file + " is no recorded incident: no person says anything in it.");
    }
    return new RecordedIncident(recording);
  }

  private static JsonNode json(Path file) throws Refused {
    if (!Files.isRegularFile(file)) {
      throw new Refused("There is no file " + file + ".");
    }
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException wrong) {
      throw new Refused(file + " is no JSON: " + wrong.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new Refused(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  @Override
  public Instant begins() {
    return Recording.at(recording.messages().get(0));
  }

  @Override
  public ZoneId zone() {
    return recording.zone();
  }

  @Override
  public List<Member> settle(Workspace slack) {
    recording.users().forEach(slack::member);
    String id = recording.channelId();
    String name = recording.channelName(id);
    slack.recordedChannel(id, slack.find(name).isPresent() ? name + "-recorded" : name);
    return List.of();
  }

  @Override
  public Ending play(House house, Show show) {
    List<ObjectNode> messages = recording.messages();
    Channel room = house.slack().find(recording.channelId()).orElseThrow();
    Member owner = house.slack().member(recording.firstSpeaker().orElseThrow());
    say(house, room, messages.get(0), false);
    show.phase(house.now(), recording.zone(), "“" + recording.title() + "” begins");
    types(house, owner, room, "/pm start since " + minute(owner) + " " + recording.title());
    for (ObjectNode message : messages.subList(1, messages.size())) {
      Instant before = house.now();
      house.until(Recording.at(message));
      show.pause(Duration.between(before, house.now()));
      say(house, room, message, true);
    }
    types(house, owner, room, "/pm resolve");
    show.phase(house.now(), recording.zone(), "It is over; " + messages.size() + " messages");
    Ending ending = new Ending(room, owner);
    publish(house, show, ending);
    return ending;
  }

  private String minute(Member owner) {
    return TYPED.format(begins().atZone(owner.zone()));
  }

  private void publish(House house, Show show, Ending ending) {
    Published published = new Published(recording.json().path("published"));
    for (String task : published.tasks()) {
      types(house, ending.owner(), ending.room(), "/pm task " + task);
    }
    Review review = new Review(house, show, ending, recording.zone());
    review.write(published.sections(), "");
    review.publish("This is a recording: whoever met and took the tasks is not in it.");
  }

  /** What was said before the bot came is only remembered. */
  private void say(House house, Channel room, ObjectNode recorded, boolean heard) {
    ObjectNode message = recorded.deepCopy();
    JsonNode reactions = message.path("reactions");
    message.remove("reactions");
    Message said = heard ? room.replays(message) : room.remembers(message);
    Set<String> known =
        house.slack().members().stream().map(Member::id).collect(Collectors.toSet());
    for (JsonNode reaction : reactions) {
      for (JsonNode user : reaction.path("users")) {
        if (known.contains(user.asText())) {
          String emoji = reaction.path("name").asText();
          house.slack().member(user.asText()).in(room).reacts(emoji, said);
        }
      }
    }
  }

  private static void types(House house, Member who, Channel room, String command) {
    house.until(house.now().plus(ASIDE));
    if (who.in(room).types(command).status() != 200) {
      throw new IllegalStateException("the bot does not answer to " + command);
    }
    house.settle();
  }
}
