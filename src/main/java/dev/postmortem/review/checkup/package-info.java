/**
 * What is missing in a timeline, or stands where it cannot be: a checklist for the point person.
 */
@NullMarked
package dev.postmortem.review.checkup;

import org.jspecify.annotations.NullMarked;
