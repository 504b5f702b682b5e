package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.slack.commands.Asked;
import dev.postmortem.slack.outbound.Acquaintance;
import dev.postmortem.slack.outbound.Arrival;
import dev.postmortem.slack.outbound.Errands;
import dev.postmortem.slack.outbound.HomeTab;
import dev.postmortem.slack.outbound.PrivateReplies;
import dev.postmortem.slack.outbound.WayBack;
import dev.postmortem.slack.pictures.PictureRounds;
import dev.postmortem.slack.text.Code;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Place;
import dev.postmortem.workflow.incident.RoomChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows an event: names are learned, missed messages read, answers given. */
final class Listening implements Afterwards {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private final Desk desk;
  private final Identity me;
  private final Front front;
  private final HomeTab home;
  private final Arrival arrival;
  private final RoomChanged rooms;
  private final Acquaintance acquaintance;
  private final Errands errands;
  private final PrivateReplies replies;
  private final PictureRounds pictures;
  private final Discretion discretion;

  Listening(Desk desk, Identity me, Front front, HomeTab home, Ways ways) {
    this.desk = desk;
    this.me = me;
    this.front = front;
    this.home = home;
    this.arrival = ways.arrival();
    this.rooms = ways.rooms();
    this.acquaintance = ways.acquaintance();
    this.errands = ways.errands();
    this.replies = ways.replies();
    this.pictures = ways.pictures();
    this.discretion = ways.discretion();
  }

  /** What listening leads to. */
  record Ways(
      Arrival arrival,
      RoomChanged rooms,
      Acquaintance acquaintance,
      Errands errands,
      PrivateReplies replies,
      PictureRounds pictures,
      Discretion discretion) {}

  @Override
  public void kept(Message message) {
    acquaintance.meetAllIn(message.raw());
    pictures.kept(message);
    discretion.kept(message);
  }

  @Override
  public void unseen(MessageKey key) {
    arrival.readMarked(key);
  }

  @Override
  public void mentioned(String team, JsonNode event) {
    if (me.isMine(event) || event.path("bot_id").isTextual()) {
      return;
    }
    String typed = event.path("text").asText().replaceFirst("^[\\s\\S]*?<@" + me.user() + ">", "");
    answer(team, event, typed);
  }

  /** In the direct message every word is meant for the bot. */
  @Override
  public void directMessage(String team, JsonNode event) {
    boolean plain = event.path("subtype").isMissingNode() && !event.path("bot_id").isTextual();
    if (plain && !me.isMine(event)) {
      answer(team, event, event.path("text").asText());
    }
  }

  private void answer(String team, JsonNode event, String typed) {
    String user = event.path("user").asText("");
    if (user.isEmpty()) {
      return;
    }
    String channel = event.path("channel").asText();
    String thread = event.path("thread_ts").asText("");
    boolean direct = channel.startsWith("D");
    WayBack back =
        new WayBack(
            user,
            direct ? "" : channel,
            direct ? "directmessage" : "",
            thread.isEmpty() ? null : thread,
            "",
            "");
    Asked asked = new Asked(new Place(team, channel, user), "", event.path("ts").asText(), back);
    Answer now = front.mention(asked, typed);
    if (!now.isEmpty()) {
      errands.run("answer a mention", () -> replies.reply(back, now));
    }
  }

  @Override
  public void homeOpened(String team, JsonNode event) {
    if (event.path("tab").asText("home").equals("home")) {
      home.show(team, event.path("user").asText());
    }
  }

  @Override
  public void joined(String team, JsonNode event) {
    if (event.path("user").asText().equals(me.user())) {
      arrive(team, event.path("channel").asText());
    }
  }

  private void arrive(String team, String channel) {
    desk.store()
        .read(records -> records.drafts().ofChannel(team, channel))
        .ifPresent(arrival::arrived);
  }

  @Override
  public void roomChanged(String team, JsonNode event) {
    JsonNode channel = event.path("channel");
    String id = channel.path("id").asText();
    desk.store()
        .read(records -> records.drafts().ofChannel(team, id))
        .map(Draft::room)
        .ifPresent(
            room ->
                rooms.described(
                    new WarRoom(
                        team, id, channel.path("name").asText(room.name()), room.isPrivate())));
  }

  @Override
  public void archived(String team, JsonNode event) {
    LOG.info("a channel was archived: {}", Code.of(event.path("channel")));
  }

  @Override
  public void unarchived(String team, JsonNode event) {
    arrive(team, event.path("channel").asText());
  }

  @Override
  public void channelMoved(String team, JsonNode event) {
    rooms.moved(team, event.path("old_channel_id").asText(), event.path("new_channel_id").asText());
  }

  @Override
  public void personChanged(String team, JsonNode event) {
    acquaintance.learnPerson(event.path("user"));
  }

  @Override
  public void shutOut(String team, JsonNode event) {
    LOG.error(
        "the workspace took the bot's token back ({}): install the app again",
        Code.of(event.path("type")));
  }
}
