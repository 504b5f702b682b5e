/** Examines everything that the bot needs, one class for each thing, and changes nothing. */
@NullMarked
package dev.postmortem.check;

import org.jspecify.annotations.NullMarked;
