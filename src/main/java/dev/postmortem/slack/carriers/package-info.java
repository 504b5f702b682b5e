/**
 * Carries into Slack what is more than words: the finished document, its files, its canvas, and
 * entries for calendars.
 */
@NullMarked
package dev.postmortem.slack.carriers;

import org.jspecify.annotations.NullMarked;
