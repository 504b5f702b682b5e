/** What people see in Slack: the pieces of Block Kit, the messages, and the Home tab. */
@NullMarked
package dev.postmortem.slack.views;

import org.jspecify.annotations.NullMarked;
