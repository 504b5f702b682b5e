/** Socket Mode: what Slack sends over connections that the bot opens itself. */
@NullMarked
package dev.postmortem.slack.socket;

import org.jspecify.annotations.NullMarked;
