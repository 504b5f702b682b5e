package dev.postmortem.rehearsal;

/** The app under rehearsal as a participant. */
public record Bot(String id, String botId, String name) implements Participant {}
