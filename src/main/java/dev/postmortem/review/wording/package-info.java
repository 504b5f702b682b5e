/** Blameless wording: finds sentences that blame a person, says why, and how else to ask. */
@NullMarked
package dev.postmortem.review.wording;

import org.jspecify.annotations.NullMarked;
