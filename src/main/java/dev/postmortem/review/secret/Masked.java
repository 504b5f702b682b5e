package dev.postmortem.review.secret;

import java.util.Set;

/**
 * A text without its secrets.
 *
 * @param text the same text when there was none
 * @param kinds what was masked, in plain words, in the order in which it stood there
 */
public record Masked(String text, Set<String> kinds) {}
