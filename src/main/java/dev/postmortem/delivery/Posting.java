package dev.postmortem.delivery;

/**
 * Where one part of a letter stands in Slack.
 *
 * @param part counts from 0; a long document takes several messages
 * @param ts the message's timestamp; of a file or canvas its id
 */
public record Posting(String letter, int part, String channel, String ts) {}
