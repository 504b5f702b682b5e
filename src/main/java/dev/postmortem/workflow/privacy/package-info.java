/** Removes what was kept long enough, and forgets people. */
@NullMarked
package dev.postmortem.workflow.privacy;

import org.jspecify.annotations.NullMarked;
