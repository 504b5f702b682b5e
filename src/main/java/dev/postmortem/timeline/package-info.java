/**
 * The ordered facts of one incident channel: entries, where they came from, how they were marked,
 * and who said them.
 */
@NullMarked
package dev.postmortem.timeline;

import org.jspecify.annotations.NullMarked;
