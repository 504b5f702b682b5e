/** Fetches the pictures that people share, with the bot's token, from Slack and nobody else. */
@NullMarked
package dev.postmortem.slack.pictures;

import org.jspecify.annotations.NullMarked;
