package dev.postmortem.slack.carriers;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Posting;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.slack.outbound.Trip;
import dev.postmortem.slack.outbound.Undelivered;
import dev.postmortem.slack.outbound.Upload;
import dev.postmortem.slack.outbound.Upload.Paper;
import dev.postmortem.slack.outbound.Upload.Spot;
import dev.postmortem.workflow.Desk;
import java.util.List;
import java.util.Map;

/** Hands somebody a file for their calendar, in the direct message with the bot. */
public final class CalendarFiles {
  private final Desk desk;
  private final SlackCalls calls;
  private final Upload upload;

  public CalendarFiles(Desk desk, SlackCalls calls, Upload upload) {
    this.desk = desk;
    this.calls = calls;
    this.upload = upload;
  }

  /**
   * Hands it over, once.
   *
   * @param paper its name tells it from all others that the person gets
   * @param words what stands above it, in Slack's markup
   */
  public void hand(Letter letter, Paper paper, String words, Trip trip) throws Undelivered {
    if (!desk.store().read(records -> records.outbox().postings(letter.key())).isEmpty()) {
      return;
    }
    try {
      String channel =
          calls
              .call("conversations.open", Map.of("users", letter.place()))
              .path("channel")
              .path("id")
              .asText();
      Spot spot = new Spot(channel, "");
      List<String> there =
          trip.inDoubt() ? upload.find(spot, List.of(paper.name()), List.of()) : List.of();
      trip.goOn();
      String id = there.isEmpty() ? upload.share(spot, List.of(paper), words).get(0) : there.get(0);
      Posting posting = new Posting(letter.key(), 0, channel, id);
      desk.store().change(records -> records.outbox().save(posting));
    } catch (SlackFault fault) {
      throw Undelivered.of(fault);
    }
  }
}
