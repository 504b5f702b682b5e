/**
 * The library: pages to find and read post-mortems. They only read; whatever is written is written
 * in Slack.
 */
@NullMarked
package dev.postmortem.web.library;

import org.jspecify.annotations.NullMarked;
