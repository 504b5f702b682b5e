/** Credentials that people paste by mistake: finds them in any text, and masks them. */
@NullMarked
package dev.postmortem.review.secret;

import org.jspecify.annotations.NullMarked;
