package dev.postmortem.timeline;

/** A message and the incident to whose timeline it belongs. */
public record Belonging(long incident, Message message) {}
