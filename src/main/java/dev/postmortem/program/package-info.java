/**
 * What an operator types: one class for each command of the jar, and what several of them share.
 */
@NullMarked
package dev.postmortem.program;

import org.jspecify.annotations.NullMarked;
