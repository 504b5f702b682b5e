package dev.postmortem.story;

import static dev.postmortem.story.Gates.allTheSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.postmortem.rehearsal.Channel;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mailing list gets the finished document. */
class MailTest {
  @TempDir private Path data;

  @Test
  void the_mailing_list_gets_the_published_document_once() throws Exception {
    GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    try (Company company =
        Company.in(data)
            .with("PM_SMTP_URL", "smtp://127.0.0.1:" + post.getSmtp().getPort())
            .with("PM_MAIL_FROM", "postmortem@example.com")
            .with("PM_MAIL_TO", "engineering@example.com")
            .started()) {
      Channel room = company.warRoom("inc-42");
      company.joe.in(room).types("/pm start Größere Störung");
      company.settled();
      for (String words :
          new String[] {
            "symptom leere Seite",
            "hypothesis a lock",
            "remediation undone",
            "impact 4 orders",
            "learned time limits"
          }) {
        company.joe.in(room).types("/pm " + words);
      }
      company.joe.in(room).types("/pm resolve");
      company.settled();
      company.joe.in(room).types("/pm publish");
      allTheSame(company.joe.modal()).submit();
      company.settled().restarted();

      MimeMessage[] mails = post.getReceivedMessages();
      assertThat(mails).hasSize(1);
      assertThat(mails[0].getSubject()).isEqualTo("Post-mortem PM-1: Größere Störung");
      assertThat(mails[0].getAllRecipients()[0]).hasToString("engineering@example.com");
      assertThat(GreenMailUtil.getWholeMessage(mails[0])).contains("4 orders", "text/html");
    } finally {
      post.stop();
    }
  }
}
