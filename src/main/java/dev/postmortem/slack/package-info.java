/** Slack: what comes in is translated, what goes out is drawn. */
@NullMarked
package dev.postmortem.slack;

import org.jspecify.annotations.NullMarked;
