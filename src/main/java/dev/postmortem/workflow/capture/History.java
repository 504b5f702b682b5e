package dev.postmortem.workflow.capture;

import dev.postmortem.draft.WarRoom;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What a channel holds already: read from Slack, page by page. */
public interface History {
  /**
   * Reads the messages from an instant on, replies included, with their reactions.
   *
   * @param heard takes each page
   * @throws Unreadable when Slack does not let the bot read it
   */
  void read(WarRoom room, Instant from, Consumer<List<Heard>> heard) throws Unreadable;

  /** Reads one message, wherever in the channel it stands. */
  List<Heard> readOne(WarRoom room, String ts) throws Unreadable;

  /** A message and the marks on it. */
  record Heard(Message message, List<Mark> marks) {}

  /** The channel cannot be read. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String reason) {
      super(reason);
    }
  }
}
