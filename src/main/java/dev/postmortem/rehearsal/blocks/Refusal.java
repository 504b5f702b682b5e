package dev.postmortem.rehearsal.blocks;

import java.util.List;

/** Slack says no: an error code, and messages with JSON pointers where a payload was wrong. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient List<String> messages;

  /** With this code. */
  public Refusal(String code) {
    this(code, List.of());
  }

  /** With this code and these messages. */
  public Refusal(String code, List<String> messages) {
    super(code + (messages.isEmpty() ? "" : " " + messages), null, false, false);
    this.code = code;
    this.messages = messages;
  }

  /** The error code. */
  public String code() {
    return code;
  }

  /** The messages. */
  public List<String> messages() {
    return messages;
  }
}
