package dev.postmortem.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Sends mail to a mail server. */
public final class SmtpDestination {
  private static final String TEN_SECONDS = "10000";

  /** RFC 5321, 4.2.3: requested action okay, completed. */
  private static final int ACCEPTED = 250;

  private final SmtpUrl server;
  private final Clock clock;
  private final Session session;

  public SmtpDestination(SmtpUrl server, Clock clock) {
    this(server, clock, new Properties());
  }

  /** For tests, whose mail server has a certificate that nobody trusts. */
  SmtpDestination(SmtpUrl server, Clock clock, Properties instead) {
    this.server = server;
    this.clock = clock;
    Properties settings = settings(server);
    settings.putAll(instead);
    this.session = Session.getInstance(settings);
  }

  /** The bare address in what an operator wrote, such as {@code Postmortem <pm@example.com>}. */
  public static String bare(String written) {
    return Envelope.bare(written);
  }

  /**
   * Sends the mail; when this returns, the server has taken it for everybody.
   *
   * @throws MailRefused when it was not sent, or not to everybody
   */
  public void send(Mail mail) throws MailRefused {
    MimeMessage message = Envelope.message(mail, session, clock.instant());
    try (Transport transport = session.getTransport("smtp")) {
      connect(transport);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw Faults.refused(e, server);
    }
  }

  /**
   * Connects, logs in, and asks whether mail of this sender is taken; none is sent.
   *
   * @throws MailRefused when it cannot be sent from here
   */
  public void greet(String from) throws MailRefused {
    try (Transport transport = session.getTransport("smtp")) {
      connect(transport);
      if (transport instanceof SMTPTransport smtp) {
        smtp.issueCommand("MAIL FROM:<" + bare(from) + ">", ACCEPTED);
        smtp.issueCommand("RSET", ACCEPTED);
      }
    } catch (MessagingException e) {
      throw Faults.refused(e, server);
    }
  }

  private void connect(Transport transport) throws MessagingException {
    SmtpUrl.@Nullable Login login = server.login();
    transport.connect(
        server.host(),
        server.port(),
        login == null ? null : login.user(),
        login == null ? null : login.password());
  }

  private static Properties settings(SmtpUrl server) {
    boolean secret = server.login() != null;
    Properties all = new Properties();
    all.setProperty("mail.smtp.auth", String.valueOf(secret));
    all.setProperty("mail.smtp.connectiontimeout", TEN_SECONDS);
    all.setProperty("mail.smtp.timeout", TEN_SECONDS);
    all.setProperty("mail.smtp.writetimeout", TEN_SECONDS);
    all.setProperty("mail.smtp.ssl.enable", String.valueOf(server.encrypted()));
    all.setProperty("mail.smtp.starttls.enable", String.valueOf(!server.encrypted()));
    // A password is never sent in the clear.
    all.setProperty("mail.smtp.starttls.required", String.valueOf(!server.encrypted() && secret));
    boolean verified = server.encrypted() || secret;
    all.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(verified));
    if (!verified) {
      // Encryption towards somebody unknown is still better than none (RFC 7435), which is what
      // would be left: relays inside a company seldom have a certificate that can be verified.
      all.setProperty("mail.smtp.ssl.trust", "*");
    }
    // One address that does not exist must not keep the mail from the others.
    all.setProperty("mail.smtp.sendpartial", "true");
    // The mail is accepted already: a server that is slow to say goodbye has not refused it.
    all.setProperty("mail.smtp.quitwait", "false");
    return all;
  }
}
