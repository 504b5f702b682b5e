/**
 * What people do with the app: commands, clicks, shortcuts, submissions, and what its answers do to
 * their screens.
 */
@NullMarked
package dev.postmortem.rehearsal.gesture;

import org.jspecify.annotations.NullMarked;
