/**
 * Whom to invite to the meeting, in which order, who may be missing, and who should not lead it.
 */
@NullMarked
package dev.postmortem.review.invite;

import org.jspecify.annotations.NullMarked;
