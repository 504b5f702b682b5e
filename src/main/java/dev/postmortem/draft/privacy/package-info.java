/** What is not kept for ever: messages that were kept long enough, and who is to be forgotten. */
@NullMarked
package dev.postmortem.draft.privacy;

import org.jspecify.annotations.NullMarked;
