package dev.postmortem.draft;

import java.time.Instant;

/**
 * One line of a post-mortem's own history.
 *
 * @param by a user id, empty when it happened by itself or nobody knows
 * @param what what was done, as the rest of a sentence that begins with the person; people stand in
 *     it as {@code <@U123>}
 */
public record Change(Instant at, String by, String what) {}
