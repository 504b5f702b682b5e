/** Starts the program: settings, wiring, start, wait, stop. */
@NullMarked
package dev.postmortem;

import org.jspecify.annotations.NullMarked;
