/**
 * Who is let in: links that Slack hands out, the session that follows, and who somebody is at this
 * moment.
 */
@NullMarked
package dev.postmortem.web.door;

import org.jspecify.annotations.NullMarked;
