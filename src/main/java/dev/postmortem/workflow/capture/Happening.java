package dev.postmortem.workflow.capture;

import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.time.Instant;

/** Something that Slack says happened in a channel. It may be told twice, and in any order. */
public sealed interface Happening {
  /** The message that it is about. */
  MessageKey key();

  /** A message was posted, or took a new form. */
  record Said(Message message) implements Happening {
    @Override
    public MessageKey key() {
      return message.key();
    }
  }

  /** The author took a message back. */
  record TakenBack(MessageKey key, Instant at) implements Happening {}

  /** Somebody marked a message, or took the mark away. */
  record Marked(Mark mark) implements Happening {
    @Override
    public MessageKey key() {
      return mark.key();
    }
  }

  /** What came of it. */
  enum Effect {
    /** It belongs to no incident, or was known already. */
    NONE,
    /** The timeline holds something new. */
    CHANGED,
    /** The marked message still has to be read from Slack: it was said before the bot listened. */
    UNSEEN
  }
}
