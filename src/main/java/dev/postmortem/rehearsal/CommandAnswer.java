package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.gesture.Commands;
import java.util.List;

/** What a slash command answered: in its acknowledgement, or later by its response_url. */
public final class CommandAnswer {
  private final Backstage stage;
  private final Commands.Typed typed;
  private final String command;

  CommandAnswer(Backstage stage, Commands.Typed typed, String command) {
    this.stage = stage;
    this.typed = typed;
    this.command = command;
  }

  /** The HTTP status of the acknowledgement; 0 if none came. */
  public int status() {
    return typed.reply().answer().status();
  }

  /** Whether the person sees {@code operation_timeout}, as no acknowledgement came in time. */
  public boolean timedOut() {
    return typed.reply().timedOut();
  }

  /** Whether anything was answered until now. */
  public boolean isPresent() {
    return !all().isEmpty();
  }

  /** The first answer as a person reads it; waits for it a bounded time. */
  public String text() {
    return message().text();
  }

  /** The blocks of the first answer; waits for it a bounded time. */
  public JsonNode blocks() {
    return message().blocks();
  }

  /** Whether only the person who typed sees the first answer; waits for it a bounded time. */
  public boolean isPrivate() {
    return message().isEphemeral();
  }

  /** The first answer as a message, to click its buttons; waits for it a bounded time. */
  public Message message() {
    return stage.await(
        "an answer to " + command,
        () -> all().stream().findFirst(),
        () -> "; it was acknowledged with " + typed.reply());
  }

  /** Every answer until now, oldest first. */
  public List<Message> all() {
    return stage.team.read(
        () ->
            stage.replies.sent(typed.path()).stream()
                .map(sent -> stage.channel(sent.room()).message(sent.post()))
                .toList());
  }

  @Override
  public String toString() {
    return command + " → " + all();
  }
}
