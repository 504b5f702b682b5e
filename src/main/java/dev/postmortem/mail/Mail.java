package dev.postmortem.mail;

import java.util.List;

/**
 * A mail to be sent.
 *
 * @param key what it is about; two mails with the same key are the same mail to whoever gets both
 * @param from an address, with or without a name: {@code Postmortem <pm@example.com>}
 * @param to addresses, at least one
 * @param text for readers without HTML
 */
public record Mail(
    String key, String from, List<String> to, String subject, String text, String html) {
  public Mail {
    to = List.copyOf(to);
  }
}
