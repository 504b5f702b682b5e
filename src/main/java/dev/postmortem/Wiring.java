package dev.postmortem;

import com.slack.api.bolt.servlet.SlackAppServlet;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Template;
import dev.postmortem.mail.SmtpDestination;
import dev.postmortem.schedule.QuartzAlarms;
import dev.postmortem.schedule.Tables;
import dev.postmortem.slack.SlackBot;
import dev.postmortem.slack.SlackLink;
import dev.postmortem.slack.carriers.Addresses;
import dev.postmortem.slack.carriers.CalendarFiles;
import dev.postmortem.slack.commands.Usage;
import dev.postmortem.slack.inbound.Doorway;
import dev.postmortem.slack.inbound.Identity;
import dev.postmortem.slack.inbound.Reception;
import dev.postmortem.slack.inbound.SignatureFilter;
import dev.postmortem.slack.inbound.SlackParts;
import dev.postmortem.slack.outbound.Carrier;
import dev.postmortem.slack.outbound.SlackMemberships;
import dev.postmortem.slack.outbound.Upload;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.web.HttpFront;
import dev.postmortem.web.door.Keyring;
import dev.postmortem.web.library.LibraryServlet;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Pages;
import dev.postmortem.workflow.follow.FollowUp;
import dev.postmortem.workflow.incident.KeepShelf;
import dev.postmortem.workflow.meet.RemindAttendees;
import dev.postmortem.workflow.publish.Audience;
import dev.postmortem.workflow.publish.ComposeDocument;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds every object by hand, in the order in which data flows, and starts and stops them in
 * theirs.
 */
public final class Wiring implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
  private static final Duration RECONCILED_EVERY = Duration.ofMinutes(10);

  /** Slack may send hourly, for a day, what it could not deliver (docs.slack.dev, "Events API"). */
  private static final Duration ASKED_AGAIN_WITHIN = Duration.ofHours(25);

  private final Settings settings;
  private final Clock clock;
  private final Database database;
  private final Announcing store;
  private final Desk desk;
  private final Desk outbox;
  private final @Nullable Keyring keys;
  private final QuartzAlarms alarms;
  private final SlackLink link;
  private final HttpFront http;
  private final Doorway doorway = new Doorway();
  private volatile @Nullable SlackBot bot;
  private volatile @Nullable SocketModeApp socket;

  private Wiring(Settings settings, Clock clock, Database database) {
    this.settings = settings;
    this.clock = clock;
    this.database = database;
    Store kept = database.store();
    store = new Announcing(kept);
    String command = settings.slack().command();
    Template template = settings.review().template();
    keys = keys();
    Pages pages = keys == null || !keys.areOn() ? Pages.OFF : keys;
    desk = new Desk(store, clock, template, command, pages);
    outbox = new Desk(kept, clock, template, command, pages);
    Tables tables = database.isShared() ? Tables.POSTGRESQL : Tables.H2;
    alarms = new QuartzAlarms(database.dataSource(), tables, clock, this::ring);
    link = new SlackLink(settings.slack().apiUrl(), settings.slack().botToken(), clock);
    http = front();
  }

  /** Opens what is kept and builds the bot; nothing is heard or sent yet. */
  public static Wiring of(Settings settings, Clock clock) throws DatabaseRefused {
    Settings.Storage storage = settings.database();
    return new Wiring(
        settings, clock, Database.open(storage.url(), storage.user(), storage.password()));
  }

  private HttpFront front() {
    HttpFront front = new HttpFront(settings.http().bind(), settings.http().port());
    if (!settings.slack().isSocketMode()) {
      front.slack(new SignatureFilter(settings.slack().signingSecret(), clock), doorway);
    }
    if (keys != null) {
      LibraryServlet library =
          new LibraryServlet(
              desk,
              new ComposeDocument(desk, new SlackWording()),
              keys,
              new SlackMemberships(link.calls(), store));
      front.library(library, library.refusal());
    }
    return front.probe("/healthz", () -> true).probe("/readyz", this::isReady);
  }

  private @Nullable Keyring keys() {
    Settings.Web web = settings.web();
    return web == null ? null : new Keyring(web.secret(), web.address(), clock);
  }

  private boolean isReady() {
    SlackBot started = bot;
    return started != null && started.isKeeping() && database.isReachable();
  }

  /**
   * Listens, finds Slack, and starts to work. While Slack is away it tries again; meanwhile
   * requests are asked to come again.
   *
   * @throws Refused when it can never work like this, with the reason for a person
   */
  public Wiring start() throws Refused {
    try {
      http.start();
    } catch (IOException taken) {
      throw new Refused(
          "Port " + settings.http().port() + " cannot be opened: " + taken.getMessage());
    }
    Introduction introduction = new Introduction(link);
    Identity me = introduction.whoAmI();
    Audience audience = introduction.audience(settings);
    SlackParts parts =
        new SlackParts(
            desk,
            outbox,
            link.calls(),
            me,
            audience,
            alarms,
            settings.review().zone(),
            settings.review().stakeholders(),
            link.pictures(settings.images()));
    SlackBot started = SlackBot.of(parts, link.slack(), this::mail);
    store.to(started::ring);
    started.start();
    listen(started);
    new RemindAttendees(desk, alarms).setAlarms();
    new FollowUp(desk, alarms).setAlarms();
    new KeepShelf(outbox, alarms).setAlarm();
    bot = started;
    alarms.setUnlessSet(nextReconcile());
    if (isRealTime()) {
      alarms.start();
    }
    LOG.info("ready, listening at port {}", http.port());
    return this;
  }

  private void ring(Alarms.Alarm alarm) {
    switch (alarm.kind()) {
      case REMINDER -> new RemindAttendees(desk, alarms).ring(alarm.incident());
      case RECONCILE -> reconcile(alarm.incident());
      case NUDGE, TASKS -> new FollowUp(desk, alarms).ring(alarm);
      case PICTURES -> ifStarted(SlackBot::copyPictures);
      case SHELF -> new KeepShelf(outbox, alarms).ring();
    }
  }

  private void ifStarted(Consumer<SlackBot> work) {
    SlackBot started = bot;
    if (started != null) {
      work.accept(started);
    }
  }

  private void reconcile(long incident) {
    if (incident > 0) {
      ifStarted(started -> started.readOn(incident));
    } else {
      ifStarted(SlackBot::reconcile);
      new RemindAttendees(desk, alarms).setAlarms();
      Instant before = clock.instant().minus(ASKED_AGAIN_WITHIN);
      outbox.store().change(records -> records.requests().forget(before));
      alarms.set(nextReconcile());
    }
  }

  /** Whoever starts leaves it where it is: or one that starts again and again would put it off. */
  private Alarms.Alarm nextReconcile() {
    return new Alarms.Alarm(
        "reconcile", Alarms.Kind.RECONCILE, 0, clock.instant().plus(RECONCILED_EVERY));
  }

  private boolean isRealTime() {
    return clock.equals(Clock.systemUTC());
  }

  private void listen(SlackBot started) throws Refused {
    try {
      if (settings.slack().isSocketMode()) {
        SocketModeApp line =
            new SocketModeApp(
                settings.slack().appToken(),
                started.app(),
                SocketModeClient.Backend.JavaWebSocket,
                10);
        line.startAsync();
        socket = line;
      } else {
        doorway.open(started.inbox(), new SlackAppServlet(started.app()));
      }
    } catch (Exception refused) {
      throw new Refused("Slack cannot be listened to: " + refused.getMessage());
    }
  }

  private Map<Letter.Kind, Carrier> mail(Reception reception) {
    Map<Letter.Kind, Carrier> carriers = new EnumMap<>(Letter.Kind.class);
    Settings.Post mail = settings.mail();
    CalendarCarrier.Post post = null;
    if (mail != null) {
      SmtpDestination smtp = new SmtpDestination(mail.server(), clock);
      post = new CalendarCarrier.Post(smtp, mail.from());
      carriers.put(
          Letter.Kind.MAIL, new MailCarrier(desk, reception.papers()::document, smtp, mail));
    }
    Upload upload = new Upload(link.calls(), link.slack().getHttpClient());
    carriers.put(
        Letter.Kind.CALENDAR,
        new CalendarCarrier(
            outbox,
            new Appointments(desk, reception::mayRead),
            new Addresses(link.calls(), clock),
            new CalendarFiles(outbox, link.calls(), upload),
            post));
    return carriers;
  }

  /** The desk, for those who look into what is kept. */
  public Desk desk() {
    return desk;
  }

  /** All that can be typed after the slash command; none before it is started. */
  public List<Usage> usages() {
    SlackBot started = bot;
    return started == null ? List.of() : started.usages();
  }

  /** The port that is listened at. */
  public int port() {
    return http.port();
  }

  /** Rings every alarm that the clock has passed; only for a clock that is held. */
  public void ringDue() {
    alarms.ringDue();
  }

  /** Waits until nothing is left to do that could be done now. */
  public boolean settle(Duration most) throws InterruptedException {
    SlackBot started = bot;
    return started == null || started.settle(most);
  }

  /** Takes nothing more, finishes what is under way, and closes what is kept. */
  @Override
  public void close() {
    http.close();
    SocketModeApp line = socket;
    if (line != null) {
      quietly(line::close);
    }
    SlackBot started = bot;
    if (started != null) {
      started.close();
    }
    alarms.close();
    link.close();
    database.close();
  }

  private static void quietly(Closing closing) {
    try {
      closing.close();
    } catch (Exception unimportant) {
      LOG.debug("closing failed", unimportant);
    }
  }

  private interface Closing {
    void close() throws Exception;
  }

  /** It can never work like this; the message says why. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }
}
