/** What is worth a second look before others read it: the timeline, and the wording. */
@NullMarked
package dev.postmortem.workflow.review;

import org.jspecify.annotations.NullMarked;
