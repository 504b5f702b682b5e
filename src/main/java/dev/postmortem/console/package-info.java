/**
 * What an operator asks of the bot that runs: a socket in the file system, which only the bot's own
 * user can reach. A request is a word and arguments; the answer is lines, bytes, and an exit code.
 */
@NullMarked
package dev.postmortem.console;

import org.jspecify.annotations.NullMarked;
