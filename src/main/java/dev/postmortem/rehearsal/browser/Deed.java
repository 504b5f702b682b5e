package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Place;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.text.Json;

/** What a visitor asks for, as somebody: {@code {as, verb, …}}. */
record Deed(Workspace slack, Sight sight, JsonNode json) {
  /** Slack's client sends no longer messages. */
  private static final int LONGEST = 12_000;

  String verb() {
    return word("verb");
  }

  Member who() {
    return slack.member(sight.person(word("as")).id());
  }

  /** A word, empty if it is not there. */
  String word(String name) {
    return json.path(name).asText("");
  }

  /** Text that somebody typed; refuses none. */
  String text() {
    String text = word("text");
    if (text.isBlank()) {
      throw Rejection.refused("There is nothing to send.");
    }
    if (text.length() > LONGEST) {
      throw Rejection.refused("Slack takes no more than 12,000 characters in a message.");
    }
    return text;
  }

  Channel channel() {
    String id = sight.room(word("channel"), who().id()).id();
    return slack.find(id).orElseThrow(() -> Rejection.missing("such channel"));
  }

  Place place() {
    return who().in(channel());
  }

  /** The person where only members can do something. */
  Place inside() {
    Channel channel = channel();
    if (!channel.memberIds().contains(who().id())) {
      throw Rejection.refused("Join " + channel + " first: only its members can do that.");
    }
    return who().in(channel);
  }

  Message message(String name) {
    return channel().at(word(name)).orElseThrow(() -> Rejection.refused("That message is gone."));
  }

  /** A message that only its author may touch. */
  Message own() {
    Message message = message("ts");
    if (!message.author().equals(who().id())) {
      throw Rejection.refused("Only its author can do that to a message.");
    }
    return message;
  }

  /** The emoji, without colons. */
  String emoji() {
    String name = word("name");
    if (!name.matches("[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?")) {
      throw Rejection.refused("There is no such emoji.");
    }
    return name;
  }

  JsonNode part(String name) {
    return json.path(name);
  }

  static JsonNode done() {
    return Json.of("ok", true);
  }
}
