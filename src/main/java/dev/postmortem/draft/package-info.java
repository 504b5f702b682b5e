/**
 * The post-mortem being written: its sections, tasks, questions, roles and state, and when it is
 * complete.
 */
@NullMarked
package dev.postmortem.draft;

import org.jspecify.annotations.NullMarked;
