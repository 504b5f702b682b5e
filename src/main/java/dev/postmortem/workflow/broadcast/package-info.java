/** What goes out to readers, what became of it on its way, and who has read it. */
@NullMarked
package dev.postmortem.workflow.broadcast;

import org.jspecify.annotations.NullMarked;
