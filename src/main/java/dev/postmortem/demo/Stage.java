package dev.postmortem.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.ClickResult;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Place;
import dev.postmortem.rehearsal.RobotPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The war room on the stage: does there what the script says, in the names of people and robots.
 */
final class Stage {
  private final House house;
  private final Script script;
  private final Channel room;
  private final Show show;
  private final Map<String, Message> said = new HashMap<>();
  private final Map<String, RobotPlace> robots = new HashMap<>();

  Stage(House house, Script script, Show show) {
    this.house = house;
    this.script = script;
    this.show = show;
    room = house.slack().find(script.channel()).orElseThrow();
    script
        .robots()
        .forEach(
            (id, robot) ->
                robots.put(
                    id,
                    (robot.webhook()
                            ? house.slack().webhook(robot.name())
                            : house.slack().otherApp(robot.name()))
                        .in(room)));
  }

  Channel room() {
    return room;
  }

  /** Plays one phase, line by line. */
  void play(Script.Phase phase) {
    boolean first = true;
    for (Cue cue : phase.cues()) {
      Instant before = house.now();
      house.until(cue.at(before, script.zone()));
      if (first) {
        show.phase(house.now(), script.zone(), phase.title());
        first = false;
      }
      show.pause(Duration.between(before, house.now()));
      perform(cue);
    }
    house.settle();
  }

  private void perform(Cue cue) {
    switch (cue.verb()) {
      case "alerts" -> robot(cue).alerts(cue.json().path("alerts").toString());
      case "posts" -> robotPosts(cue);
      case "edits" -> said(cue.word("edits")).edit(cue.word("into"));
      case "deletes" -> said(cue.word("deletes")).delete();
      case "reacts" -> place(cue).reacts(cue.word("reacts"), said(cue.word("to")));
      case "unreacts" -> place(cue).unreacts(cue.word("unreacts"), said(cue.word("to")));
      case "types" -> types(cue);
      case "shortcut" ->
          answered(cue, place(cue).shortcut(cue.word("shortcut"), said(cue.word("to"))));
      case "fills" -> new Filling(house, member(cue)).submit(cue.json().path("fills"));
      default -> keep(cue, speaks(cue));
    }
  }

  private Message speaks(Cue cue) {
    Place place = place(cue);
    return switch (cue.verb()) {
      case "replies" -> place.replies(said(cue.word("to")), cue.word("replies"));
      case "also" -> place.repliesToChannelToo(said(cue.word("to")), cue.word("also"));
      case "emotes" -> place.emotes(cue.word("emotes"));
      case "uploads" -> {
        byte[] png = new Chart(script.chart(cue.word("uploads"))).png();
        yield place.uploads(cue.word("uploads") + ".png", "image/png", png, cue.word("says"));
      }
      default -> place.says(cue.word("says"));
    };
  }

  private void robotPosts(Cue cue) {
    JsonNode blocks = cue.json().path("blocks");
    RobotPlace robot = robot(cue);
    keep(
        cue,
        blocks.isMissingNode()
            ? robot.says(cue.word("posts"))
            : robot.posts(cue.word("posts"), blocks.toString()));
  }

  private void types(Cue cue) {
    int status = place(cue).types(cue.word("types")).status();
    if (status != 200) {
      throw new IllegalStateException(cue.word("types") + " was answered with " + status);
    }
    house.settle();
  }

  private static void answered(Cue cue, ClickResult result) {
    if (result.failed()) {
      throw new IllegalStateException(cue.json() + " was answered with " + result.status());
    }
  }

  private Member member(Cue cue) {
    return house.slack().member(cue.who());
  }

  private Place place(Cue cue) {
    return member(cue).in(room);
  }

  private RobotPlace robot(Cue cue) {
    RobotPlace robot = robots.get(cue.who());
    if (robot == null) {
      throw new IllegalStateException("there is no robot " + cue.who());
    }
    return robot;
  }

  private Message said(String label) {
    Message message = said.get(label);
    if (message == null) {
      throw new IllegalStateException("nothing was said as " + label);
    }
    return message;
  }

  private void keep(Cue cue, Message message) {
    if (cue.json().has("as")) {
      said.put(cue.word("as"), message);
    }
  }
}
