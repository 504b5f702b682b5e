/**
 * What is followed up until it is done: who takes a draft over, and what people are asked about.
 */
@NullMarked
package dev.postmortem.draft.follow;

import org.jspecify.annotations.NullMarked;
