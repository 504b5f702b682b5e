/** Keeps the post-mortems: one row each, and a table for each kind of part. */
@NullMarked
package dev.postmortem.storage.draft;

import org.jspecify.annotations.NullMarked;
