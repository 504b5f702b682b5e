package dev.postmortem.slack.outbound;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Posting;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.slack.text.SlackWriter;
import dev.postmortem.slack.views.Letters;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries letters into Slack. Each message bears its letter's key as metadata, so that when an
 * answer was lost the channel can be asked whether the message is there.
 */
public final class SlackCarrier implements Carrier {
  private final Desk desk;
  private final SlackCalls calls;
  private final Parts parts;
  private final Letters letters;
  private final Papers papers;

  public SlackCarrier(Desk desk, SlackCalls calls, Letters letters, Papers papers) {
    this.desk = desk;
    this.calls = calls;
    this.parts = new Parts(desk, calls);
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
        case REWRITE -> rewrite(letter, draft);
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
      parts.part(letter.key(), 0, channel, "", message.get(), inDoubt);
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
    List<Posting> opening = parts.postings("opening/" + draft.id());
    Optional<SlackMessage> message = letters.write(letter, draft);
    if (!opening.isEmpty() && message.isPresent()) {
      parts.change(opening.get(0), message.get());
    }
  }

  private void rewrite(Letter letter, Draft draft) throws SlackFault {
    List<Posting> there = parts.postings(letter.note());
    Optional<SlackMessage> message =
        desk.store()
            .read(records -> records.outbox().status(letter.note()))
            .flatMap(status -> letters.rewrite(status.letter(), draft));
    if (!there.isEmpty() && message.isPresent()) {
      parts.change(there.get(0), message.get());
    }
  }

  private void broadcast(Letter letter, Draft draft, boolean inDoubt) throws SlackFault {
    List<SlackMessage> messages = new SlackWriter().write(papers.document(draft));
    String root = "";
    for (int i = 0; i < messages.size(); i++) {
      Posting posted = parts.part(letter.key(), i, letter.to(), root, messages.get(i), inDoubt);
      root = root.isEmpty() ? posted.ts() : root;
    }
  }

  /**
   * Brings each message up to date in place; what is new is added to the thread, what is too many
   * is taken away.
   */
  private void update(Letter letter, Draft draft, boolean inDoubt) throws SlackFault {
    String first = "broadcast/" + draft.id();
    List<Posting> stands = parts.postings(first);
    if (stands.isEmpty()) {
      broadcast(new Letter(first, draft.id(), letter.kind(), letter.to(), ""), draft, true);
      return;
    }
    List<SlackMessage> messages = new SlackWriter().write(papers.document(draft));
    String root = stands.get(0).ts();
    for (int i = 0; i < messages.size(); i++) {
      if (i < stands.size()) {
        parts.change(stands.get(i), messages.get(i));
      } else {
        parts.part(first, i, letter.to(), root, messages.get(i), inDoubt);
      }
    }
    for (Posting surplus :
        stands.subList(Math.min(messages.size(), stands.size()), stands.size())) {
      parts.remove(surplus);
    }
  }

  private void correction(Letter letter, Draft draft, boolean inDoubt) throws SlackFault {
    List<Posting> stands = parts.postings("broadcast/" + draft.id());
    Optional<SlackMessage> message = letters.write(letter, draft);
    if (!stands.isEmpty() && message.isPresent()) {
      Posting root = stands.get(0);
      parts.part(letter.key(), 0, root.channel(), root.ts(), message.get(), inDoubt);
    }
  }
}
