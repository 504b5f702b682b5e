/**
 * What people type after the slash command, or to the bot's name: one class for each command, and
 * the help made of them.
 */
@NullMarked
package dev.postmortem.slack.commands;

import org.jspecify.annotations.NullMarked;
