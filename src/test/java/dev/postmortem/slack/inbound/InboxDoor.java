package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.review.secret.Secrets;
import dev.postmortem.slack.text.Masking;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.workflow.capture.Intake;
import org.mockito.Mockito;

/** Lets a test put envelopes straight into the inbox of a bot that is not there. */
public final class InboxDoor {
  private final EventInbox inbox;

  /** Everything that is kept goes through this intake; nothing follows from it. */
  public InboxDoor(Intake intake, Identity me) {
    MessageReader reader = new MessageReader(me, new SlackWording(), new Masking(Secrets.known()));
    inbox =
        new EventInbox(
            new MessageEvents(reader, intake),
            intake,
            EmojiMap.DEFAULT,
            Mockito.mock(Afterwards.class, Mockito.withSettings().stubOnly()));
  }

  /** Whether Slack would be told that it is kept. */
  public boolean isKept(JsonNode envelope) {
    return inbox.isKept(envelope);
  }
}
