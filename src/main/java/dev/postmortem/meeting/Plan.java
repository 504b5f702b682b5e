package dev.postmortem.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that somebody wants to plan.
 *
 * @param zone of the point person
 * @param moderator a user id, null while nobody is named
 * @param noteTaker a user id, null while nobody is named
 * @param reason why it should be so although it is late or long; blank when none was given
 */
public record Plan(
    Instant at,
    Duration length,
    ZoneId zone,
    @Nullable String moderator,
    @Nullable String noteTaker,
    String reason) {}
