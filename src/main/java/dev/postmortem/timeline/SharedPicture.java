package dev.postmortem.timeline;

/**
 * A picture that somebody shared in Slack.
 *
 * @param file Slack's id of the file
 * @param mime its media type as Slack says; empty when Slack has to be asked
 * @param url where its bytes are; empty when Slack has to be asked
 * @param size in bytes as Slack says; 0 when it does not say
 */
public record SharedPicture(
    String team, String file, String name, String mime, String url, long size) {}
