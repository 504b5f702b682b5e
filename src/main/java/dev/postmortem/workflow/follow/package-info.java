/**
 * What is followed up until it is done: the point person's part is handed over, an unfinished draft
 * is asked about, and so are the tasks that are due.
 */
@NullMarked
package dev.postmortem.workflow.follow;

import org.jspecify.annotations.NullMarked;
