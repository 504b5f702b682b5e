/** The review meeting: when, who, who leads it, who writes, and when everybody is reminded. */
@NullMarked
package dev.postmortem.meeting;

import org.jspecify.annotations.NullMarked;
