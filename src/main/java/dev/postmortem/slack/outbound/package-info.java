/** Slack out: calls to the Web API, letters of the outbox, and what is looked up. */
@NullMarked
package dev.postmortem.slack.outbound;

import org.jspecify.annotations.NullMarked;
