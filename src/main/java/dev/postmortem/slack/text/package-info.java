/** Slack's way with words: its messages read into blocks, and blocks written as its messages. */
@NullMarked
package dev.postmortem.slack.text;

import org.jspecify.annotations.NullMarked;
