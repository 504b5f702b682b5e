package dev.postmortem.document;

/**
 * The file that a picture is.
 *
 * @param id Slack's
 * @param type its media type, such as {@code image/png}
 * @param size in bytes; 0 when nobody knows
 * @param copied whether a copy is kept, so that it does not go with the file in Slack
 */
public record ImageFile(String id, String name, String type, long size, boolean copied) {}
