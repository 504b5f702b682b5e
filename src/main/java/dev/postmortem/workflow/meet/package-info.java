/** The review meeting is set, moved and cancelled, and everybody is reminded. */
@NullMarked
package dev.postmortem.workflow.meet;

import org.jspecify.annotations.NullMarked;
