package dev.postmortem.slack.carriers;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Posting;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.State;
import dev.postmortem.slack.outbound.Carrier;
import dev.postmortem.slack.outbound.Papers;
import dev.postmortem.slack.outbound.Parts;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.slack.outbound.Trip;
import dev.postmortem.slack.outbound.Undelivered;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.slack.text.SlackWriter;
import dev.postmortem.slack.views.Letters;
import dev.postmortem.slack.views.UnderDocument;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.broadcast.Broadcast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Posts the finished document, and keeps what is posted up to date. */
public final class DocumentCarrier implements Carrier {
  private final Desk desk;
  private final Parts parts;
  private final Letters letters;
  private final Papers papers;
  private final UnderDocument under;

  public DocumentCarrier(Desk desk, SlackCalls calls, Letters letters, Papers papers) {
    this.desk = desk;
    this.parts = new Parts(desk, calls);
    this.letters = letters;
    this.papers = papers;
    this.under = new UnderDocument(desk);
  }

  @Override
  public void carry(Letter letter, Trip trip) throws Undelivered {
    Draft draft =
        desk.find(Which.of(letter.incident()))
            .orElseThrow(() -> Undelivered.never("its post-mortem is gone"));
    try {
      switch (letter.kind()) {
        case BROADCAST -> broadcast(letter, draft, trip);
        case BROADCAST_UPDATE -> update(letter, draft, trip);
        case CORRECTION -> correction(letter, draft, trip);
        case REFRESH -> refresh(letter, draft);
        default -> throw new IllegalArgumentException("no document: " + letter.kind());
      }
    } catch (SlackFault fault) {
      throw Undelivered.of(fault);
    }
  }

  /** The summary, with what people can do beneath it, and then its thread. */
  private List<SlackMessage> messages(Draft draft) {
    List<SlackMessage> messages = new ArrayList<>(new SlackWriter().write(papers.document(draft)));
    messages.set(0, under.put(draft, messages.get(0)));
    return messages;
  }

  /** Files and canvas wait for the message; now they need to wait no longer. */
  private void broadcast(Letter letter, Draft draft, Trip trip) throws SlackFault, Undelivered {
    List<SlackMessage> messages = messages(draft);
    String root = "";
    for (int i = 0; i < messages.size(); i++) {
      Posting posted = parts.part(letter.key(), i, letter.to(), root, messages.get(i), trip);
      root = root.isEmpty() ? posted.ts() : root;
    }
    desk.store().change(records -> records.outbox().hurry(draft.id(), desk.now()));
  }

  /**
   * Brings each message up to date in place; what is new is added to the thread, what is too many
   * is taken away.
   */
  private void update(Letter letter, Draft draft, Trip trip) throws SlackFault, Undelivered {
    String first = Broadcast.posted(draft.id());
    List<Posting> stands = parts.postings(first);
    if (letter.note().equals(Broadcast.READERS)) {
      summary(draft);
    } else if (stands.isEmpty()) {
      broadcast(
          new Letter(first, draft.id(), letter.kind(), letter.to(), ""), draft, trip.doubted());
    } else {
      update(letter, messages(draft), stands, trip);
    }
  }

  private void update(Letter letter, List<SlackMessage> messages, List<Posting> stands, Trip trip)
      throws SlackFault, Undelivered {
    String root = stands.get(0).ts();
    for (int i = 0; i < messages.size(); i++) {
      if (i < stands.size()) {
        parts.change(stands.get(i), messages.get(i));
      } else {
        String first = stands.get(0).letter();
        parts.part(first, i, letter.to(), root, messages.get(i), trip);
      }
    }
    for (Posting surplus :
        stands.subList(Math.min(messages.size(), stands.size()), stands.size())) {
      parts.remove(surplus);
    }
  }

  /**
   * Brings the message in the channel alone up to date. While the document is being corrected it
   * stays as it is: what is not published yet must not show.
   */
  void summary(Draft draft) throws SlackFault {
    List<Posting> stands = parts.postings(Broadcast.posted(draft.id()));
    if (!stands.isEmpty() && draft.state() == State.PUBLISHED) {
      parts.change(stands.get(0), messages(draft).get(0));
    }
  }

  private void correction(Letter letter, Draft draft, Trip trip) throws SlackFault, Undelivered {
    List<Posting> stands = parts.postings(Broadcast.posted(draft.id()));
    Optional<SlackMessage> message = letters.write(letter, draft);
    if (!stands.isEmpty() && message.isPresent()) {
      Posting root = stands.get(0);
      parts.part(letter.key(), 0, root.channel(), root.ts(), message.get(), trip);
    }
  }

  /** What was collected goes on its way, unless the next correction will bring it anyway. */
  private void refresh(Letter letter, Draft draft) {
    List<Posting> stands = parts.postings(Broadcast.posted(draft.id()));
    if (!stands.isEmpty() && draft.state() == State.PUBLISHED) {
      String channel = stands.get(0).channel();
      desk.store().change(records -> Broadcast.refreshed(records, letter, channel, desk.now()));
    }
  }
}
