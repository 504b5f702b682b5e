package dev.postmortem.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes the message that goes over the wire. */
final class Envelope {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** Whatever a mail system may take for the end of a header. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

  private Envelope() {}

  static MimeMessage message(Mail mail, Session session, Instant now) throws MailRefused {
    if (mail.to().isEmpty()) {
      throw new MailRefused("The mail has no recipient.", false, null);
    }
    InternetAddress from = address(mail.from());
    try {
      MimeMessage message = new Identified(session, id(mail.key(), from));
      message.setFrom(from);
      for (String to : mail.to()) {
        message.addRecipient(RecipientType.TO, address(to));
      }
      message.setSubject(BREAKS.matcher(mail.subject()).replaceAll(" "), UTF_8);
      message.setSentDate(Date.from(now));
      if (!mail.answered().isEmpty()) {
        // RFC 5322, 3.6.4: mail programs show it beneath the one that it answers
        message.setHeader("In-Reply-To", id(mail.answered(), from));
        message.setHeader("References", id(mail.answered(), from));
      }
      // RFC 3834: so that nobody's holiday answers
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setContent(alternatives(mail));
      message.saveChanges();
      return message;
    } catch (MessagingException e) {
      throw new MailRefused(
          "The mail cannot be written: " + e.getMessage(), "it cannot be written", false, e);
    }
  }

  /** The best one last (RFC 2046, 5.1.4). */
  private static MimeMultipart alternatives(Mail mail) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8, "html");
    MimeMultipart all = new MimeMultipart("alternative", text, html);
    CalendarEntry entry = mail.calendar();
    if (entry != null) {
      all.addBodyPart(calendar(entry));
    }
    return all;
  }

  /** The method stands beside the type, too, and must be the same (RFC 6047, 2.4). */
  private static MimeBodyPart calendar(CalendarEntry entry) throws MessagingException {
    String type =
        "text/calendar; charset="
            + UTF_8
            + "; method="
            + entry.method().word()
            + "; component=VEVENT";
    InternetHeaders headers = new InternetHeaders();
    headers.setHeader("Content-Type", type);
    headers.setHeader("Content-Transfer-Encoding", "base64");
    byte[] bytes = CalendarWriter.write(entry).getBytes(StandardCharsets.UTF_8);
    return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(bytes));
  }

  static String bare(String written) {
    try {
      return new InternetAddress(written, true).getAddress();
    } catch (AddressException odd) {
      return written;
    }
  }

  private static InternetAddress address(String written) throws MailRefused {
    if (BREAKS.matcher(written).find()) {
      throw new MailRefused("A mail address goes over more than one line.", false, null);
    }
    try {
      InternetAddress address = new InternetAddress(written, true);
      address.setPersonal(address.getPersonal(), UTF_8);
      return address;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new MailRefused("\"" + written + "\" is not a mail address.", false, e);
    }
  }

  /** The same for the same key, so that a mail which is sent again is known to be the same. */
  private static String id(String key, InternetAddress from) {
    String address = from.getAddress();
    String domain = address.substring(address.indexOf('@') + 1);
    return "<" + HexFormat.of().formatHex(digest(key), 0, 16) + "@" + domain + ">";
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A message that keeps its own id, where the library would make up a new one each time. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
