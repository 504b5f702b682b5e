package dev.postmortem.slack.outbound;

import org.jspecify.annotations.Nullable;

/**
 * The way back to a person who did something.
 *
 * @param user who did it
 * @param channel where, empty when it was in no channel (a modal, the Home tab)
 * @param channelName as Slack names it beside the request, empty when it does not
 * @param thread the thread it was said in, null outside of threads
 * @param responseUrl takes private answers for half an hour, empty when there is none
 * @param trigger opens one window within three seconds, empty when there is none
 */
public record WayBack(
    String user,
    String channel,
    String channelName,
    @Nullable String thread,
    String responseUrl,
    String trigger) {}
