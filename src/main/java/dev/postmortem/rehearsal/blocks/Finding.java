package dev.postmortem.rehearsal.blocks;

/** One thing that is wrong with a payload, and where. */
public record Finding(String pointer, String message) {
  /** In the words of response_metadata.messages. */
  public String text() {
    return "[ERROR] " + message + " [json-pointer:" + pointer + "]";
  }
}
