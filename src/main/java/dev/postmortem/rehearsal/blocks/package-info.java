/** The rules by which Slack refuses a message or a view. */
@NullMarked
package dev.postmortem.rehearsal.blocks;

import org.jspecify.annotations.NullMarked;
