package dev.postmortem.workflow.publish;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who reads finished post-mortems.
 *
 * @param channel the broadcast channel's id
 * @param isPrivate whether that channel is private
 * @param mailingList the mail addresses with commas between them, empty without e-mail
 */
public record Audience(String channel, String channelName, boolean isPrivate, String mailingList) {

  /** Each mail address for itself, as one that fails must not keep the mail from the others. */
  public List<String> addresses() {
    return Stream.of(mailingList.split(",", -1))
        .map(String::strip)
        .filter(to -> !to.isEmpty())
        .toList();
  }
}
