package dev.postmortem.draft;

/** The channel in which an incident is worked on. */
public record WarRoom(String team, String channel, String name, boolean isPrivate) {}
