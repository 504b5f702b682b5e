package dev.postmortem.rehearsal.wire;

/** The answer to an HTTP request: its status, content type and body. Status 0: no answer came. */
public record HttpAnswer(int status, String contentType, String body) {
  /** Whether the status is one of success. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }
}
