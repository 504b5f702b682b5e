package dev.postmortem.workflow;

/** Where somebody wants something: the person and the channel they are in. */
public record Place(String team, String channel, String user) {}
