package dev.postmortem.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with a mail, and whether to try again. */
final class Faults {
  private Faults() {}

  static MailRefused refused(MessagingException e, SmtpUrl server) {
    String where = "the mail server " + server.host() + ":" + server.port();
    if (e instanceof AuthenticationFailedException) {
      // again, because the letter is still good when the operator has mended the password
      return new MailRefused("User or password are not accepted by " + where + ".", true, e);
    }
    if (e instanceof MailConnectException) {
      return new MailRefused("There is no way to reach " + where + ".", true, e);
    }
    if (e instanceof SendFailedException partly && sentToSomebody(partly)) {
      return new MailRefused(
          "It was sent, but not to " + missing(partly) + ".",
          "it was sent, but not to everybody",
          false,
          e);
    }
    String brief = "it was refused by " + where + ", code " + code(e);
    return new MailRefused("It was refused by " + where + ": " + line(e), brief, isPassing(e), e);
  }

  private static boolean sentToSomebody(SendFailedException e) {
    Address @Nullable [] sent = e.getValidSentAddresses();
    return sent != null && sent.length > 0;
  }

  private static String missing(SendFailedException e) {
    return Stream.of(e.getInvalidAddresses(), e.getValidUnsentAddresses())
        .filter(addresses -> addresses != null)
        .flatMap(Arrays::stream)
        .map(Address::toString)
        .collect(Collectors.joining(", "));
  }

  /** RFC 5321, 4.2.1: a reply from 500 on is final. Without a reply it is the network's fault. */
  private static boolean isPassing(MessagingException e) {
    for (@Nullable Exception cause = e; cause != null; cause = next(cause)) {
      if (code(cause) >= 500) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  private static int code(Exception e) {
    if (e instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (e instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return e instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
  }

  private static String line(MessagingException e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
