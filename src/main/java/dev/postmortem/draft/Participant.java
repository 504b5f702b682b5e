package dev.postmortem.draft;

import org.jspecify.annotations.Nullable;

/**
 * A word of the writers about who took part; everybody who spoke is one without it.
 *
 * @param role what the person does, null to take the profile's title
 * @param removed whether the person is left out
 */
public record Participant(String user, @Nullable String role, boolean removed) {}
