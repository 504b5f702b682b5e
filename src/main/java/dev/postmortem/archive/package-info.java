/** Reads an export of a Slack workspace, so that an old incident can be written up. */
@NullMarked
package dev.postmortem.archive;

import org.jspecify.annotations.NullMarked;
