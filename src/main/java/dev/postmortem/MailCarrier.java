package dev.postmortem;

import dev.postmortem.delivery.Letter;
import dev.postmortem.document.Block;
import dev.postmortem.document.Document;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.Phrase;
import dev.postmortem.document.TextRenderer;
import dev.postmortem.draft.Draft;
import dev.postmortem.mail.Mail;
import dev.postmortem.mail.MailRefused;
import dev.postmortem.mail.SmtpDestination;
import dev.postmortem.slack.outbound.Carrier;
import dev.postmortem.slack.outbound.Trip;
import dev.postmortem.slack.outbound.Undelivered;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.broadcast.Broadcast;
import java.util.List;
import java.util.function.Function;

/**
 * Carries the finished document to one mail address, mostly of a list, and later what changed of
 * it, as a reply. It joins two adapters, which do not know each other.
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
  public void carry(Letter letter, Trip trip) throws Undelivered {
    Draft draft =
        desk.find(Which.of(letter.incident()))
            .orElseThrow(() -> Undelivered.never("its post-mortem is gone"));
    Mail mail = letter.note().isEmpty() ? document(letter, draft) : changed(letter, draft);
    trip.goOn();
    try {
      smtp.send(mail);
    } catch (MailRefused refused) {
      throw undelivered(refused);
    }
  }

  private Mail document(Letter letter, Draft draft) {
    Document document = documents.apply(draft);
    return new Mail(
        letter.key(),
        post.from(),
        to(letter),
        subject(draft),
        new TextRenderer().render(document),
        new HtmlRenderer().letter(document));
  }

  private Mail changed(Letter letter, Draft draft) {
    String text =
        "What changed in post-mortem "
            + draft.name()
            + " “"
            + draft.headline().title()
            + "”:\n\n"
            + letter.note().strip()
            + "\n\nThe document in Slack is up to date.\n";
    List<Block> lines = List.copyOf(text.lines().map(Phrase::paragraph).toList());
    String html = new HtmlRenderer().fragment(lines);
    return new Mail(letter.key(), post.from(), to(letter), "Re: " + subject(draft), text, html)
        .answering(Broadcast.mail(letter.incident(), letter.to()));
  }

  private static List<String> to(Letter letter) {
    return List.of(letter.to().split("\\s*,\\s*", -1));
  }

  private static String subject(Draft draft) {
    return "Post-mortem " + draft.name() + ": " + draft.headline().title();
  }

  static Undelivered undelivered(MailRefused refused) {
    Undelivered undelivered =
        refused.again()
            ? Undelivered.later(refused.reason(), null)
            : Undelivered.never(refused.reason());
    return undelivered.logged(refused.brief());
  }
}
