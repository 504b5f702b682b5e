/** The library of post-mortems: what somebody may find in it, and what can be learned from it. */
@NullMarked
package dev.postmortem.draft.catalog;

import org.jspecify.annotations.NullMarked;
