package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Posting;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.slack.text.SlackWriter;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.slack.views.Letters;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries letters into Slack. Each message bears its letter's key as metadata, so that when an
 * answer was lost the channel can be asked whether the message is there.
 */
public final class SlackCarrier implements Carrier {
  private static final String MARK = "postmortem_letter";

  private final Desk desk;
  private final SlackCalls calls;
  private final Letters letters;
  private final Papers papers;

  public SlackCarrier(Desk desk, SlackCalls calls, Letters letters, Papers papers) {
    this.desk = desk;
    this.calls = calls;
    this.letters = letters;
    this.papers = papers;
  }

  @Override
  public void carry(Letter letter, boolean inDoubt) throws Undelivered {
    Draft draft = desk.find(Which.of(letter.incident())).orElse(null);
    if (draft == null) {
      throw Undelivered.never("its post-mortem is gone");
    }
    papers.meetCast(draft);
    try {
      switch (letter.kind()) {
        case BOARD -> refresh(letter, draft);
        case BROADCAST -> broadcast(letter, draft, inDoubt);
        case BROADCAST_UPDATE -> update(letter, draft, inDoubt);
        case CORRECTION -> correction(letter, draft, inDoubt);
        default -> message(letter, draft, inDoubt);
      }
    } catch (SlackFault fault) {
      throw undelivered(fault);
    }
  }

  /**
   * What the bot waits for: to be invited, or that a channel is unarchived; anything else of that
   * kind is final.
   */
  private static Undelivered undelivered(SlackFault fault) {
    String why = fault.code();
    if (fault.isPassing()) {
      return Undelivered.later(why, fault.pause());
    }
    return fault.is(
            "not_in_channel",
            "channel_not_found",
            "is_archived",
            "missing_scope",
            "invalid_auth",
            "token_revoked",
            "account_inactive")
        ? Undelivered.later(why, Duration.ofMinutes(5))
        : Undelivered.never(String.valueOf(fault.getMessage()));
  }

  private void message(Letter letter, Draft draft, boolean inDoubt) throws SlackFault {
    Optional<SlackMessage> message = letters.write(letter, draft);
    if (message.isPresent()) {
      String channel = channel(letter);
      part(letter.key(), 0, channel, "", message.get(), inDoubt);
    }
  }

  /**
   * A person is written to in the direct message with the bot, whose own id is needed to look into
   * it.
   */
  private String channel(Letter letter) throws SlackFault {
    String to = letter.to();
    return to.startsWith("U") || to.startsWith("W")
        ? calls.call("conversations.open", Map.of("users", to)).path("channel").path("id").asText()
        : to;
  }

  private void refresh(Letter letter, Draft draft) throws SlackFault {
    List<Posting> opening = postings("opening/" + draft.id());
    Optional<SlackMessage> message = letters.write(letter, draft);
    if (!opening.isEmpty() && message.isPresent()) {
      change(opening.get(0), message.get());
    }
  }

  private void broadcast(Letter letter, Draft draft, boolean inDoubt) throws SlackFault {
    List<SlackMessage> parts = new SlackWriter().write(papers.document(draft));
    String root = "";
    for (int i = 0; i < parts.size(); i++) {
      Posting posted = part(letter.key(), i, letter.to(), root, parts.get(i), inDoubt);
      root = root.isEmpty() ? posted.ts() : root;
    }
  }

  /**
   * Brings each message up to date in place; what is new is added to the thread, what is too many
   * is taken away.
   */
  private void update(Letter letter, Draft draft, boolean inDoubt) throws SlackFault {
    String first = "broadcast/" + draft.id();
    List<Posting> stands = postings(first);
    if (stands.isEmpty()) {
      broadcast(new Letter(first, draft.id(), letter.kind(), letter.to(), ""), draft, true);
      return;
    }
    List<SlackMessage> parts = new SlackWriter().write(papers.document(draft));
    String root = stands.get(0).ts();
    for (int i = 0; i < parts.size(); i++) {
      if (i < stands.size()) {
        change(stands.get(i), parts.get(i));
      } else {
        part(first, i, letter.to(), root, parts.get(i), inDoubt);
      }
    }
    for (Posting surplus : stands.subList(Math.min(parts.size(), stands.size()), stands.size())) {
      remove(surplus);
    }
  }

  private void correction(Letter letter, Draft draft, boolean inDoubt) throws SlackFault {
    List<Posting> stands = postings("broadcast/" + draft.id());
    Optional<SlackMessage> message = letters.write(letter, draft);
    if (!stands.isEmpty() && message.isPresent()) {
      Posting root = stands.get(0);
      part(letter.key(), 0, root.channel(), root.ts(), message.get(), inDoubt);
    }
  }

  private List<Posting> postings(String key) {
    return desk.store().read(records -> records.outbox().postings(key));
  }

  private Posting part(
      String key, int part, String channel, String thread, SlackMessage message, boolean inDoubt)
      throws SlackFault {
    Optional<Posting> known =
        postings(key).stream().filter(posting -> posting.part() == part).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    Optional<String> there = inDoubt ? find(key, part, channel, thread) : Optional.empty();
    String ts = there.isPresent() ? there.get() : post(key, part, channel, thread, message);
    Posting posting = new Posting(key, part, channel, ts);
    desk.store().change(records -> records.outbox().save(posting));
    return posting;
  }

  private String post(String key, int part, String channel, String thread, SlackMessage message)
      throws SlackFault {
    Map<String, Object> call = call(channel, message);
    call.put("thread_ts", thread);
    call.put("unfurl_links", false);
    call.put("unfurl_media", false);
    call.put("metadata", metadata(key, part));
    return calls.call("chat.postMessage", call).path("ts").asText();
  }

  private static Map<String, Object> call(String channel, SlackMessage message) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("channel", channel);
    call.put("text", message.text());
    call.put("blocks", message.blocks());
    return call;
  }

  private static String metadata(String key, int part) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("event_type", MARK);
    metadata.putObject("event_payload").put("letter", key).put("part", part);
    return metadata.toString();
  }

  /** Looks for the message among the newest of its channel or thread. */
  private Optional<String> find(String key, int part, String channel, String thread)
      throws SlackFault {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("channel", channel);
    wanted.put("include_all_metadata", true);
    wanted.put("limit", 200);
    if (!thread.isEmpty()) {
      wanted.put("ts", thread);
    }
    String method = thread.isEmpty() ? "conversations.history" : "conversations.replies";
    try {
      for (JsonNode message : calls.call(method, wanted).path("messages")) {
        JsonNode payload = message.path("metadata").path("event_payload");
        if (payload.path("letter").asText().equals(key) && payload.path("part").asInt(-1) == part) {
          return Optional.of(message.path("ts").asText());
        }
      }
    } catch (SlackFault unreadable) {
      if (unreadable.isPassing()) {
        throw unreadable;
      }
    }
    return Optional.empty();
  }

  private void change(Posting posting, SlackMessage message) throws SlackFault {
    Map<String, Object> call = call(posting.channel(), message);
    call.put("ts", posting.ts());
    try {
      calls.call("chat.update", call);
    } catch (SlackFault fault) {
      if (!fault.is("message_not_found", "edit_window_closed", "cant_update_message")) {
        throw fault;
      }
    }
  }

  private void remove(Posting surplus) throws SlackFault {
    try {
      calls.call("chat.delete", Map.of("channel", surplus.channel(), "ts", surplus.ts()));
    } catch (SlackFault fault) {
      if (!fault.is("message_not_found")) {
        throw fault;
      }
    }
    desk.store().change(records -> records.outbox().remove(surplus));
  }
}
