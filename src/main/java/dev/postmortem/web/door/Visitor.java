package dev.postmortem.web.door;

/** Somebody of a workspace, by Slack's ids. */
public record Visitor(String team, String person) {}
