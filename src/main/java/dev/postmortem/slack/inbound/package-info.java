/**
 * Slack in: requests are verified, events are read from their raw JSON, kept, and only then
 * acknowledged.
 */
@NullMarked
package dev.postmortem.slack.inbound;

import org.jspecify.annotations.NullMarked;
