/** Tasks of which nobody could say when they are done: what they lack, and an example. */
@NullMarked
package dev.postmortem.review.task;

import org.jspecify.annotations.NullMarked;
