/**
 * What people write into the draft: notes, sections, tasks, questions, roles, and changes to the
 * timeline.
 */
@NullMarked
package dev.postmortem.workflow.writing;

import org.jspecify.annotations.NullMarked;
