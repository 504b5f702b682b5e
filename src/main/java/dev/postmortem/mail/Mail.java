package dev.postmortem.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param key what it is about; two mails with the same key are the same mail to whoever gets both
 * @param from an address, with or without a name: {@code Postmortem <pm@example.com>}
 * @param to addresses, at least one
 * @param text for readers without HTML
 * @param calendar what the reader's calendar is told, null when nothing
 * @param answered the key of the mail that this one answers, empty when none
 */
public record Mail(
    String key,
    String from,
    List<String> to,
    String subject,
    String text,
    String html,
    @Nullable CalendarEntry calendar,
    String answered) {
  public Mail {
    to = List.copyOf(to);
  }

  /** A mail that tells no calendar anything. */
  public Mail(String key, String from, List<String> to, String subject, String text, String html) {
    this(key, from, to, subject, text, html, null, "");
  }

  /** A mail that also tells the reader's calendar something. */
  public Mail telling(CalendarEntry entry) {
    return new Mail(key, from, to, subject, text, html, entry, answered);
  }

  /** The same as an answer to an earlier mail from the same address. */
  public Mail answering(String earlier) {
    return new Mail(key, from, to, subject, text, html, calendar, earlier);
  }
}
