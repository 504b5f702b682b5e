/**
 * Keeps the timelines: each part of an entry on its own, so that the order of arrival is no matter.
 */
@NullMarked
package dev.postmortem.storage.timeline;

import org.jspecify.annotations.NullMarked;
