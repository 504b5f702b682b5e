package dev.postmortem.draft;

import java.time.Instant;

/**
 * Something written into a section.
 *
 * @param raw the words as a Slack message in JSON: {@code {"text": …}} or {@code {"blocks": […]}}
 */
public record Remark(String raw, String plain, String by, Instant at) {}
