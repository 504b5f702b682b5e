/**
 * What must be sent exactly once: letters, written down together with their cause, and what became
 * of them.
 */
@NullMarked
package dev.postmortem.delivery;

import org.jspecify.annotations.NullMarked;
