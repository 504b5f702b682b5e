package dev.postmortem.workflow.writing;

/**
 * Something somebody wrote.
 *
 * @param raw as a Slack message in JSON, with everything it holds
 * @param plain its words alone
 */
public record Words(String raw, String plain) {
  /** Whether there is nothing to read in it. */
  public boolean isBlank() {
    return plain.isBlank();
  }
}
