package dev.postmortem.delivery;

/**
 * Where one part of a letter stands in Slack.
 *
 * @param part counts from 0; a long document takes several messages
 */
public record Posting(String letter, int part, String channel, String ts) {}
