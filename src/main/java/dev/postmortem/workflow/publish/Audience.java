package dev.postmortem.workflow.publish;

/**
 * Who reads finished post-mortems.
 *
 * @param channel the broadcast channel's id
 * @param isPrivate whether that channel is private
 * @param mailingList the mail address, empty without e-mail
 */
public record Audience(String channel, String channelName, boolean isPrivate, String mailingList) {}
