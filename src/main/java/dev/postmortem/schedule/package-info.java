/**
 * Does things later: Quartz keeps the alarms in the database, so that they outlive the process, and
 * rings them.
 */
@NullMarked
package dev.postmortem.schedule;

import org.jspecify.annotations.NullMarked;
