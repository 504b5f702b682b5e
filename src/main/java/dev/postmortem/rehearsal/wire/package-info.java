/**
 * What goes over the line: signed deliveries to the app, their retries, and the journal of all
 * traffic.
 */
@NullMarked
package dev.postmortem.rehearsal.wire;

import org.jspecify.annotations.NullMarked;
