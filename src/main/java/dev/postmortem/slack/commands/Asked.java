package dev.postmortem.slack.commands;

import dev.postmortem.slack.outbound.WayBack;
import dev.postmortem.workflow.Place;
import dev.postmortem.workflow.Which;

/**
 * What somebody asked for.
 *
 * @param words what follows the command's word, as Slack delivers it: escaped, people mentioned by
 *     id
 * @param once names this request and no other
 * @param reply where the answer goes
 */
public record Asked(Place place, String words, String once, WayBack reply) {
  /** The post-mortem of the channel. */
  public Which which() {
    return Which.of(place);
  }

  public boolean isBare() {
    return words.isBlank();
  }

  Asked with(String rest) {
    return new Asked(place, rest, once, reply);
  }
}
