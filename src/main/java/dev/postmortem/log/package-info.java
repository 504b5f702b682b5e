/**
 * The lines of the log: in words or as JSON, each on one line, and nothing in them that somebody
 * else wrote into an exception.
 */
@NullMarked
package dev.postmortem.log;

import org.jspecify.annotations.NullMarked;
