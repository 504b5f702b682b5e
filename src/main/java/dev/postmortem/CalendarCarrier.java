package dev.postmortem;

import dev.postmortem.delivery.Letter;
import dev.postmortem.document.Block;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.Phrase;
import dev.postmortem.draft.Draft;
import dev.postmortem.mail.CalendarEntry;
import dev.postmortem.mail.CalendarEntry.Method;
import dev.postmortem.mail.CalendarWriter;
import dev.postmortem.mail.Mail;
import dev.postmortem.mail.MailRefused;
import dev.postmortem.mail.SmtpDestination;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.slack.carriers.Addresses;
import dev.postmortem.slack.carriers.CalendarFiles;
import dev.postmortem.slack.outbound.Carrier;
import dev.postmortem.slack.outbound.Trip;
import dev.postmortem.slack.outbound.Undelivered;
import dev.postmortem.slack.outbound.Upload.Paper;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.meet.Calendars;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps somebody's calendar in step with the review meeting: by mail where their address is known
 * and there is a mail server, else by a file in Slack. It joins two adapters, which do not know
 * each other.
 */
final class CalendarCarrier implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarCarrier.class);
  private final Desk desk;
  private final Appointments appointments;
  private final Addresses addresses;
  private final CalendarFiles files;
  private final @Nullable Post post;

  CalendarCarrier(
      Desk desk,
      Appointments appointments,
      Addresses addresses,
      CalendarFiles files,
      @Nullable Post post) {
    this.desk = desk;
    this.appointments = appointments;
    this.addresses = addresses;
    this.files = files;
    this.post = post;
  }

  /** The way to the mail server. */
  record Post(SmtpDestination smtp, String from) {}

  @Override
  public void carry(Letter letter, Trip trip) throws Undelivered {
    Draft draft =
        desk.find(Which.of(letter.incident()))
            .orElseThrow(() -> Undelivered.never("its post-mortem is gone"));
    Optional<Meeting> meeting = desk.store().read(records -> records.meetings().of(draft.id()));
    if (meeting.isPresent() && isNews(letter, meeting.get())) {
      carry(letter, draft, meeting.get(), trip);
    }
  }

  /** Not when a later letter says more, and not when the meeting is over. */
  private boolean isNews(Letter letter, Meeting meeting) {
    boolean overtaken =
        desk.store().read(records -> Calendars.isOvertaken(records.outbox(), letter, meeting));
    return !overtaken && meeting.at().plus(meeting.length()).isAfter(desk.now());
  }

  private void carry(Letter letter, Draft draft, Meeting meeting, Trip trip) throws Undelivered {
    trip.goOn();
    String user = letter.place();
    String address = post == null ? "" : addresses.of(user);
    if (post == null || address.isEmpty() || !isMailed(post, letter, draft, meeting, address)) {
      CalendarEntry entry = appointments.published(draft, meeting, user);
      hand(letter, draft, entry, trip);
    }
  }

  /** An address that the mail server refuses for good is as if it were not known. */
  private boolean isMailed(Post by, Letter letter, Draft draft, Meeting meeting, String address)
      throws Undelivered {
    CalendarEntry entry =
        appointments.requested(draft, meeting, letter.place(), addresses::of, by.from());
    boolean known = desk.store().read(records -> Calendars.isKnown(records.outbox(), letter));
    String subject = opening(entry, known) + ": " + entry.words().title();
    String text = entry.words().description();
    List<Block> lines = List.copyOf(text.lines().map(Phrase::paragraph).toList());
    String html = new HtmlRenderer().fragment(lines);
    try {
      by.smtp()
          .send(
              new Mail(letter.key(), by.from(), List.of(address), subject, text, html)
                  .telling(entry));
      return true;
    } catch (MailRefused refused) {
      if (refused.again()) {
        throw MailCarrier.undelivered(refused);
      }
      LOG.warn("{}: an invitation cannot be mailed: {}", draft.name(), refused.brief());
      return false;
    }
  }

  private static String opening(CalendarEntry entry, boolean known) {
    return switch (entry.method()) {
      case CANCEL -> "Cancelled";
      case UNINVITE -> "No longer invited";
      case REQUEST, PUBLISH -> known ? "Invitation, up to date" : "Invitation";
    };
  }

  private void hand(Letter letter, Draft draft, CalendarEntry entry, Trip trip) throws Undelivered {
    String name = draft.name().toLowerCase(Locale.ROOT) + "-meeting-" + entry.sequence() + ".ics";
    byte[] bytes = CalendarWriter.write(entry).getBytes(StandardCharsets.UTF_8);
    boolean off = entry.method() == Method.CANCEL || entry.method() == Method.UNINVITE;
    String words =
        off
            ? "Open this file to take the meeting out of your calendar."
            : "Open this file to have the meeting in your calendar.";
    files.hand(letter, new Paper(name, bytes), words, trip);
  }
}
