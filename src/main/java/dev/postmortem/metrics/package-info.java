/** Counts and measures what happens, for whoever watches over the bot. */
@NullMarked
package dev.postmortem.metrics;

import org.jspecify.annotations.NullMarked;
