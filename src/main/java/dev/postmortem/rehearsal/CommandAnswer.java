package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a slash command answered: in its acknowledgement, or later by its response_url. */
public final class CommandAnswer {
  CommandAnswer() {}

  /** The HTTP status of the acknowledgement; 0 if none came. */
  public int status() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Whether the person sees {@code operation_timeout}, as no acknowledgement came in time. */
  public boolean timedOut() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Whether anything was answered until now. */
  public boolean isPresent() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The first answer as a person reads it; waits for it a bounded time. */
  public String text() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The blocks of the first answer; waits for it a bounded time. */
  public JsonNode blocks() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Whether only the person who typed sees the first answer; waits for it a bounded time. */
  public boolean isPrivate() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The first answer as a message, to click its buttons; waits for it a bounded time. */
  public Message message() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Every answer until now, oldest first. */
  public List<Message> all() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
