/** Translates Slack in and draws Slack out. */
@NullMarked
package dev.postmortem.slack;

import org.jspecify.annotations.NullMarked;
