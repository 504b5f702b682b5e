package dev.postmortem.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.postmortem.mail.SmtpUrl.Login;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmtpDestinationTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T14:05:09Z"), ZoneOffset.UTC);
  private static final Mail MAIL =
      new Mail(
          "published-7",
          "Käse-Bot <pm@example.com>",
          List.of("all@example.com", "Zoë <zoe@example.com>"),
          "Post-mortem: Käse 🧀 is down",
          "Grüße, 🧀\n.\nend",
          "<p>Grüße, 🧀</p>");

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private SmtpDestination plain() {
    return to(server.getSmtp().getPort());
  }

  private static SmtpDestination to(int port) {
    return new SmtpDestination(new SmtpUrl("127.0.0.1", port, false, null), CLOCK);
  }

  private static Mail withSubject(String subject) {
    return new Mail("key", "pm@example.com", List.of("a@example.com"), subject, "t", "<p>h</p>");
  }

  private static Mail fromTo(String from, String... to) {
    return new Mail("key", from, List.of(to), "s", "t", "<p>h</p>");
  }

  private static MailRefused refusal(SmtpDestination destination, Mail mail) {
    MailRefused refused = catchThrowableOfType(MailRefused.class, () -> destination.send(mail));
    assertThat(refused).isNotNull();
    return refused;
  }

  @Test
  void a_mail_arrives_with_both_forms_and_all_its_letters() throws Exception {
    plain().send(MAIL);

    assertThat(server.getReceivedMessages()).hasSize(2);
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo(MAIL.subject());
    assertThat(message.getFrom()[0].toString()).contains("<pm@example.com>");
    assertThat(message.getRecipients(RecipientType.TO)).hasSize(2);
    assertThat(message.getSentDate()).isEqualTo("2026-11-22T14:05:09Z");
    MimeMultipart both = (MimeMultipart) message.getContent();
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    BodyPart text = both.getBodyPart(0);
    assertThat(text.getContentType()).startsWith("text/plain").containsIgnoringCase("utf-8");
    assertThat(text.getContent().toString().replace("\r", "")).isEqualTo(MAIL.text());
    assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(both.getBodyPart(1).getContent()).isEqualTo(MAIL.html());
  }

  @Test
  void the_same_letter_has_the_same_id_and_another_one_has_another() throws Exception {
    plain().send(MAIL);
    plain().send(MAIL);
    plain().send(withSubject("other"));

    MimeMessage[] received = server.getReceivedMessages();
    String first = received[0].getMessageID();
    assertThat(first).matches("<[0-9a-f]{32}@example\\.com>");
    assertThat(received[2].getMessageID()).isEqualTo(first);
    assertThat(received[4].getMessageID()).isNotEqualTo(first);
  }

  @Test
  void a_subject_cannot_bring_headers_of_its_own() throws Exception {
    plain().send(withSubject("down\r\nBcc: everybody@example.com\r\n\r\nbody"));
    plain().send(withSubject("Käse\nBcc: everybody@example.com"));

    assertThat(server.getReceivedMessages()).hasSize(2);
    for (MimeMessage message : server.getReceivedMessages()) {
      assertThat(message.getHeader("Bcc")).isNull();
      assertThat(message.getSubject()).contains("Bcc: everybody@example.com");
      assertThat(message.getContentType()).startsWith("multipart/alternative");
    }
  }

  @Test
  void an_address_cannot_bring_headers_or_further_recipients() {
    for (Mail mail :
        List.of(
            fromTo("pm@example.com", "a@example.com\r\nBcc: b@example.com"),
            fromTo("pm@example.com\nBcc: b@example.com", "a@example.com"),
            fromTo("pm@example.com", "a@example.com, b@example.com"),
            fromTo("pm@example.com", "nobody"),
            fromTo("pm@example.com"))) {
      assertThat(refusal(plain(), mail).again()).isFalse();
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_whose_certificate_is_unknown_gets_no_mail() {
    SmtpUrl url = new SmtpUrl("127.0.0.1", server.getSmtps().getPort(), true, null);

    refusal(new SmtpDestination(url, CLOCK), MAIL);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void over_an_encrypted_connection_the_user_is_known() throws Exception {
    server.setUser("pm@example.com", "pm", "s3cret");
    SmtpUrl url =
        new SmtpUrl("127.0.0.1", server.getSmtps().getPort(), true, new Login("pm", "s3cret"));
    new SmtpDestination(url, CLOCK, trusting()).send(MAIL);
    assertThat(server.getReceivedMessages()).hasSize(2);

    SmtpUrl wrong =
        new SmtpUrl("127.0.0.1", server.getSmtps().getPort(), true, new Login("pm", "hunter2"));
    MailRefused refused = refusal(new SmtpDestination(wrong, CLOCK, trusting()), MAIL);
    assertThat(refused.again()).isTrue();
    assertThat(refused.reason()).contains("not accepted").doesNotContain("hunter2");
  }

  private static Properties trusting() {
    Properties all = new Properties();
    all.setProperty("mail.smtp.ssl.trust", "*");
    all.setProperty("mail.smtp.ssl.checkserveridentity", "false");
    return all;
  }

  @Test
  void a_password_is_not_said_to_a_server_that_does_not_encrypt() throws Exception {
    try (GrumpyServer clear = new GrumpyServer(Map.of("EHLO", "250 AUTH PLAIN LOGIN"))) {
      SmtpUrl url = new SmtpUrl("127.0.0.1", clear.port(), false, new Login("pm", "hunter2"));

      refusal(new SmtpDestination(url, CLOCK), MAIL);
      assertThat(clear.heard()).isNotEmpty().noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void what_is_refused_for_now_is_tried_again_and_what_is_refused_for_good_is_not()
      throws Exception {
    try (GrumpyServer busy = new GrumpyServer(Map.of("MAIL", "451 try later"))) {
      MailRefused refused = refusal(to(busy.port()), MAIL);
      assertThat(refused.again()).isTrue();
      assertThat(refused.reason()).contains("451 try later");
    }
    try (GrumpyServer firm = new GrumpyServer(Map.of("RCPT", "550 no such user"))) {
      MailRefused refused = refusal(to(firm.port()), MAIL);
      assertThat(refused.again()).isFalse();
      assertThat(refused.reason()).doesNotContain("\n");
    }
    try (GrumpyServer full = new GrumpyServer(Map.of(".", "452 no room"))) {
      assertThat(refusal(to(full.port()), MAIL).again()).isTrue();
    }
  }

  @Test
  void a_server_is_greeted_without_a_mail_and_what_it_refuses_is_told() throws Exception {
    plain().greet("Postmortem <pm@example.com>");
    assertThat(server.getReceivedMessages()).isEmpty();
    try (GrumpyServer polite = new GrumpyServer(Map.of())) {
      to(polite.port()).greet("Postmortem <pm@example.com>");
      assertThat(polite.heard())
          .contains("MAIL FROM:<pm@example.com>", "RSET")
          .noneMatch(line -> line.startsWith("RCPT") || line.equals("DATA"));
    }
    try (GrumpyServer firm = new GrumpyServer(Map.of("MAIL", "550 who are you"))) {
      MailRefused refused =
          catchThrowableOfType(MailRefused.class, () -> to(firm.port()).greet("pm@example.com"));
      assertThat(refused.reason()).contains("550 who are you");
    }
  }

  @Test
  void a_recipient_who_does_not_exist_does_not_keep_the_mail_from_the_others() throws Exception {
    try (GrumpyServer picky = new GrumpyServer(Map.of("RCPT TO:<zoe@", "550 no such user"))) {
      MailRefused refused = refusal(to(picky.port()), MAIL);

      assertThat(refused.again()).isFalse();
      assertThat(refused.reason()).contains("sent, but not to").contains("zoe@example.com");
      assertThat(picky.heard()).contains("DATA", "RCPT TO:<all@example.com>");
    }
  }

  @Test
  void a_server_that_is_not_there_is_tried_again() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }

    MailRefused refused = refusal(to(port), MAIL);
    assertThat(refused.again()).isTrue();
    assertThat(refused.reason())
        .isEqualTo("There is no way to reach the mail server 127.0.0.1:" + port + ".");
  }
}
