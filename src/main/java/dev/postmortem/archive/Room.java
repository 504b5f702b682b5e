package dev.postmortem.archive;

/**
 * A channel of the workspace that was exported.
 *
 * @param id Slack's; where the export does not tell it, the name
 * @param name without {@code #}
 * @param isPrivate whether only its members could read it
 * @param folder where its days lie
 */
public record Room(String id, String name, boolean isPrivate, String folder) {}
