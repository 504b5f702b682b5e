package dev.postmortem.rehearsal.who;

/** The app under rehearsal and the team that it is installed in, by their ids. */
public record App(
    String teamId, String domain, String appId, String botUserId, String botId, String name) {}
