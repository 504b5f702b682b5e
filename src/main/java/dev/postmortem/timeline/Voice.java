package dev.postmortem.timeline;

/**
 * Somebody, or some bot, who was heard in the war room.
 *
 * @param author the user or bot id
 * @param messages how often
 */
public record Voice(String author, Kind kind, int messages) {}
