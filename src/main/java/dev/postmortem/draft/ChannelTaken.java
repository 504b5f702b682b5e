package dev.postmortem.draft;

/**
 * The channel already has a post-mortem that captures what is said there. Unchecked, so that it
 * ends the piece of work in which it happens; the verb that started it catches it around {@link
 * Store#write} and answers with the one that {@link Drafts#capturing} finds.
 */
public final class ChannelTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ChannelTaken(WarRoom room) {
    super("#" + room.name() + " already has a post-mortem that is not finished.");
  }
}
