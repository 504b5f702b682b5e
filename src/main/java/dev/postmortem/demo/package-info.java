/**
 * Plays an incident, scripted or recorded, to the real bot in a rehearsal workspace, by nothing but
 * what people do there.
 */
@NullMarked
package dev.postmortem.demo;

import org.jspecify.annotations.NullMarked;
