package dev.postmortem.story;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes mail by real SMTP on this machine, and keeps it. It opens before a story and closes after.
 */
final class PostOffice implements BeforeEachCallback, AfterEachCallback {
  private GreenMail post = at(0);
  private int port;

  private static GreenMail at(int port) {
    return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  @Override
  public void beforeEach(ExtensionContext story) {
    post = at(0);
    post.start();
    port = post.getSmtp().getPort();
  }

  @Override
  public void afterEach(ExtensionContext story) {
    post.stop();
  }

  /** Lets the bot of a company send its mail here. */
  Company serves(Company company, String from, String list) {
    return company
        .with("PM_SMTP_URL", "smtp://127.0.0.1:" + port)
        .with("PM_MAIL_FROM", from)
        .with("PM_MAIL_TO", list);
  }

  /** Every mail that came, the oldest first. */
  List<MimeMessage> mails() {
    return List.of(post.getReceivedMessages());
  }

  /** Takes nothing more, until it opens again. */
  void closes() {
    post.stop();
  }

  /** Opens where it was, with none of the mail that it had before. */
  void opensAgain() {
    post = at(port);
    post.start();
  }
}
