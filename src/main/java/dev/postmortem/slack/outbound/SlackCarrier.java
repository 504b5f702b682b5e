package dev.postmortem.slack.outbound;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Posting;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.slack.views.Letters;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
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
  public void carry(Letter letter, Trip trip) throws Undelivered {
    Draft draft = desk.find(Which.of(letter.incident())).orElse(null);
    if (draft == null) {
      throw Undelivered.never("its post-mortem is gone");
    }
    papers.meetCast(draft);
    try {
      switch (letter.kind()) {
        case BOARD -> refresh(letter, draft);
        case REWRITE -> rewrite(letter, draft);
        default -> message(letter, draft, trip);
      }
    } catch (SlackFault fault) {
      throw Undelivered.of(fault);
    }
  }

  private void message(Letter letter, Draft draft, Trip trip) throws SlackFault, Undelivered {
    Optional<SlackMessage> message = letters.write(letter, draft);
    if (message.isPresent()) {
      String channel = channel(letter);
      parts.part(letter.key(), 0, channel, "", message.get(), trip);
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
}
