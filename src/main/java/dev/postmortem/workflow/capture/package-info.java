/**
 * What the bot hears in the war room becomes the timeline: messages, edits, deletions, marks, and
 * what was said before.
 */
@NullMarked
package dev.postmortem.workflow.capture;

import org.jspecify.annotations.NullMarked;
