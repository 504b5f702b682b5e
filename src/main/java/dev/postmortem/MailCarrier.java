package dev.postmortem;

import dev.postmortem.delivery.Letter;
import dev.postmortem.document.Document;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.TextRenderer;
import dev.postmortem.draft.Draft;
import dev.postmortem.mail.Mail;
import dev.postmortem.mail.MailRefused;
import dev.postmortem.mail.SmtpDestination;
import dev.postmortem.slack.outbound.Carrier;
import dev.postmortem.slack.outbound.Undelivered;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import java.util.List;
import java.util.function.Function;

/**
 * Carries the finished document to one mail address, mostly of a list. It joins two adapters, which
 * do not know each other.
 */
final class MailCarrier implements Carrier {
  private final Desk desk;
  private final Function<Draft, Document> documents;
  private final SmtpDestination smtp;
  private final Settings.Post post;

  MailCarrier(
      Desk desk, Function<Draft, Document> documents, SmtpDestination smtp, Settings.Post post) {
    this.desk = desk;
    this.documents = documents;
    this.smtp = smtp;
    this.post = post;
  }

  @Override
  public void carry(Letter letter, boolean inDoubt) throws Undelivered {
    Draft draft =
        desk.find(Which.of(letter.incident()))
            .orElseThrow(() -> Undelivered.never("its post-mortem is gone"));
    Document document = documents.apply(draft);
    String subject = "Post-mortem " + draft.name() + ": " + draft.headline().title();
    Mail mail =
        new Mail(
            letter.key(),
            post.from(),
            List.of(letter.to().split("\\s*,\\s*", -1)),
            subject,
            new TextRenderer().render(document),
            new HtmlRenderer().letter(document));
    try {
      smtp.send(mail);
    } catch (MailRefused refused) {
      throw undelivered(refused);
    }
  }

  static Undelivered undelivered(MailRefused refused) {
    return refused.again()
        ? Undelivered.later(refused.reason(), null)
        : Undelivered.never(refused.reason());
  }
}
