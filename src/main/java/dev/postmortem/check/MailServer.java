package dev.postmortem.check;

import dev.postmortem.mail.MailRefused;
import dev.postmortem.mail.SmtpDestination;
import java.util.List;

/** Says hello to the mail server, logs in and names the sender; sends nothing. */
public final class MailServer implements Examination {
  private final SmtpDestination server;
  private final String from;

  public MailServer(SmtpDestination server, String from) {
    this.server = server;
    this.from = from;
  }

  @Override
  public List<Finding> examine() {
    try {
      server.greet(from);
      return List.of(Finding.fine("mail server", "fine"));
    } catch (MailRefused refused) {
      return List.of(Finding.fault("PM_SMTP_URL", refused.reason()));
    }
  }
}
