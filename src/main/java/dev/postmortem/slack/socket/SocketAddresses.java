package dev.postmortem.slack.socket;

import dev.postmortem.slack.outbound.SlackFault;

/** Where the next connection is to be opened; each address is good once, and for seconds. */
public interface SocketAddresses {
  /** Asks Slack for one. */
  String next() throws SlackFault;
}
