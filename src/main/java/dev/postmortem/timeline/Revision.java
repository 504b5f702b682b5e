package dev.postmortem.timeline;

import java.time.Instant;

/**
 * A form that a message had before the one that stands.
 *
 * @param version when it took that form
 * @param raw Slack's own JSON of it
 * @param plain its words
 */
public record Revision(MessageKey key, Instant version, String raw, String plain) {}
