package dev.postmortem.slack.text;

/**
 * A message ready to be sent.
 *
 * @param text what notifications show and screen readers read; escaped, at most 3,900 bytes
 * @param blocks the blocks as a JSON array
 */
public record SlackMessage(String text, String blocks) {}
