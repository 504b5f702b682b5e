package dev.postmortem.slack.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Does what an envelope asks for. */
public interface Receiver {
  /**
   * Takes an envelope; may be called by many threads at once.
   *
   * @return what the acknowledgement says, perhaps nothing ({@code MissingNode}); empty when it
   *     must not be acknowledged, so that Slack sends it again
   */
  Optional<JsonNode> receive(Envelope envelope);
}
