package dev.postmortem;

import com.slack.api.bolt.servlet.SlackAppServlet;
import dev.postmortem.console.Console;
import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Template;
import dev.postmortem.mail.SmtpDestination;
import dev.postmortem.metrics.Meters;
import dev.postmortem.program.Errands;
import dev.postmortem.schedule.QuartzAlarms;
import dev.postmortem.schedule.Tables;
import dev.postmortem.slack.SlackBot;
import dev.postmortem.slack.SlackLink;
import dev.postmortem.slack.carriers.Addresses;
import dev.postmortem.slack.carriers.CalendarFiles;
import dev.postmortem.slack.commands.Usage;
import dev.postmortem.slack.inbound.Identity;
import dev.postmortem.slack.inbound.Reception;
import dev.postmortem.slack.inbound.SlackParts;
import dev.postmortem.slack.outbound.Carrier;
import dev.postmortem.slack.outbound.SlackMemberships;
import dev.postmortem.slack.outbound.Upload;
import dev.postmortem.slack.socket.Receiver;
import dev.postmortem.slack.socket.SameAsHttp;
import dev.postmortem.slack.socket.SocketMode;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.web.door.Keyring;
import dev.postmortem.web.library.LibraryServlet;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Deadline;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Pages;
import dev.postmortem.workflow.follow.FollowUp;
import dev.postmortem.workflow.incident.KeepShelf;
import dev.postmortem.workflow.meet.RemindAttendees;
import dev.postmortem.workflow.privacy.RemoveMessages;
import dev.postmortem.workflow.publish.Audience;
import dev.postmortem.workflow.publish.ComposeDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.servlet.ServletException;
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

  /** Of the fifteen seconds that whoever ends a process waits for it. */
  private static final Duration END = Duration.ofSeconds(10);

  private static final Duration REST = Duration.ofSeconds(2);

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
  private final KeepShelf shelf;
  private final SlackLink link;
  private final Porch porch;
  private final Patience patience;
  private volatile @Nullable SlackBot bot;
  private volatile @Nullable SocketMode socket;
  private volatile @Nullable Console console;

  private Wiring(
      Settings settings, Clock clock, Database database, Porch porch, Patience patience) {
    this.settings = settings;
    this.clock = clock;
    this.database = database;
    this.porch = porch;
    this.patience = patience;
    Store kept = database.store();
    store = new Announcing(kept);
    String command = settings.slack().command();
    Template template = settings.review().template();
    keys = keys();
    Pages pages = keys == null || !keys.areOn() ? Pages.OFF : keys;
    desk = new Desk(store, clock, template, command, pages);
    outbox = new Desk(kept, clock, template, command, pages);
    Tables tables = database.isShared() ? Tables.POSTGRESQL : Tables.H2;
    Meters meters = porch.gauges().database(database.tables(), database.dataSource(), clock);
    alarms = new QuartzAlarms(database.dataSource(), tables, clock, this::ring, meters.alarms());
    Desk catalog = new Desk(database.tables(), clock, template, command, pages);
    shelf = new KeepShelf(catalog, alarms, this::isRush);
    link =
        new SlackLink(
            settings.slack().apiUrl(), settings.slack().botToken(), clock, meters.calls());
    library();
  }

  /** Opens what is kept and builds the bot; nothing is heard or sent yet. */
  public static Wiring of(Settings settings, Clock clock) throws DatabaseRefused {
    Settings.Storage storage = settings.database();
    Database database = Database.open(storage.url(), storage.user(), storage.password());
    return new Wiring(settings, clock, database, new Porch(settings, clock), Patience.endless());
  }

  /** The same, but listens at once, and waits for a database that is away. */
  static Wiring patiently(Settings settings, Clock clock, Patience patience)
      throws DatabaseRefused, Refused {
    Porch porch = new Porch(settings, clock);
    porch.open();
    try {
      Database database = new Opening(patience).database(settings.database());
      return new Wiring(settings, clock, database, porch, patience);
    } catch (DatabaseRefused | Stopped refused) {
      porch.http().close();
      throw refused;
    }
  }

  private void library() {
    if (keys != null) {
      LibraryServlet library =
          new LibraryServlet(
              desk,
              new ComposeDocument(desk, new SlackWording()),
              keys,
              new SlackMemberships(link.calls(), store));
      porch.http().library(library, library.refusal());
    }
  }

  private @Nullable Keyring keys() {
    Settings.Web web = settings.web();
    return web == null ? null : new Keyring(web.secret(), web.address(), clock);
  }

  private String against(SlackBot started) {
    SocketMode line = socket;
    if (line != null && !line.isStanding()) {
      return "no connection to Slack stands";
    }
    if (!database.isReachable()) {
      return "the database does not answer";
    }
    return started.isKeeping() ? "" : "nothing can be kept";
  }

  /**
   * Listens, finds Slack, and starts to work. While Slack is away it tries again; meanwhile
   * requests are asked to come again.
   *
   * @throws Refused when it can never work like this, with the reason for a person
   */
  public Wiring start() throws Refused {
    porch.open();
    console = Errands.welcome(settings.database().url(), database, desk);
    Introduction introduction = new Introduction(link, patience);
    Identity me = introduction.whoAmI();
    Audience audience = introduction.audience(settings);
    awaitDatabase();
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
            link.pictures(settings.images()),
            porch.gauges().meters().arrivals(),
            porch.gauges().meters().deliveries());
    SlackBot started = SlackBot.of(parts, link.slack(), this::mail);
    store.to(started::ring);
    introduction.begin(started.app());
    started.start();
    listen(started, introduction);
    new RemindAttendees(desk, alarms).setAlarms();
    new FollowUp(desk, alarms).setAlarms();
    shelf.setAlarm();
    retention().setAlarm();
    bot = started;
    porch.gauges().bot(started);
    alarms.setUnlessSet(nextReconcile());
    if (isRealTime()) {
      alarms.start();
    }
    LOG.info("ready, listening at port {}", porch.http().port());
    porch.readyUnless(() -> against(started));
    return this;
  }

  /** Slack may have been away for long; the database may have gone meanwhile. */
  private void awaitDatabase() throws Stopped {
    for (int failures = 1; !database.isReachable(); failures++) {
      LOG.warn("The database does not answer. It is tried again.");
      patience.rest(patience.after(failures));
    }
  }

  private void ring(Alarms.Alarm alarm) {
    switch (alarm.kind()) {
      case REMINDER -> new RemindAttendees(desk, alarms).ring(alarm.incident());
      case RECONCILE -> reconcile(alarm.incident());
      case NUDGE, TASKS -> new FollowUp(desk, alarms).ring(alarm);
      case PICTURES -> ifStarted(SlackBot::copyPictures);
      case SHELF -> shelf.ring();
      case RETENTION -> retention().ring();
    }
  }

  private RemoveMessages retention() {
    return new RemoveMessages(outbox, alarms, settings.database().messages());
  }

  private void ifStarted(Consumer<SlackBot> work) {
    SlackBot started = bot;
    if (started != null) {
      work.accept(started);
    }
  }

  private boolean isRush() {
    SlackBot started = bot;
    return started != null && started.isRush();
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

  private void listen(SlackBot started, Introduction introduction) throws Refused {
    if (settings.slack().isSocketMode()) {
      Receiver receiver =
          new SameAsHttp(started.inbox(), started.app(), porch.gauges().meters().arrivals());
      SocketMode line = link.sockets(settings.slack().appToken(), receiver);
      introduction.connect(line);
      socket = line;
      return;
    }
    try {
      porch.doorway().open(started.inbox(), new SlackAppServlet(started.app()));
    } catch (ServletException refused) {
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
    return porch.http().port();
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

  /**
   * Takes nothing more, finishes what is under way, and closes what is kept, all within ten
   * seconds. What does not end in time is taken up by the next start.
   */
  @Override
  public void close() {
    porch.readyUnless(() -> "draining");
    new Ending(Deadline.in(END))
        .then("hearing", REST.multipliedBy(3), this::hearNoMore)
        .then("work", REST.multipliedBy(2), this::finish)
        .then("calls to Slack", REST, this::breakOff)
        .then("listening", Duration.ofSeconds(1), most -> porch.http().close(most))
        .then("the database", Duration.ZERO, most -> closeKept());
    LOG.info("ended");
  }

  private void hearNoMore(Duration most) {
    alarms.pause();
    Console asked = console;
    if (asked != null) {
      asked.close();
    }
    SocketMode line = socket;
    if (line != null) {
      line.close(most);
    }
    porch.doorway().shut(most);
  }

  private void finish(Duration most) {
    SlackBot started = bot;
    if (started != null) {
      started.finish(most);
    }
  }

  /** Whatever still waits for an answer of Slack gets none, and is put off. */
  private void breakOff(Duration most) {
    link.breakOff();
    SlackBot started = bot;
    if (started != null) {
      started.close(most);
    }
    alarms.close();
  }

  private void closeKept() {
    link.close();
    database.close();
    porch.gauges().close();
  }

  /** It can never work like this; the message says why. */
  public static class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /** It was told to end before it had begun. */
  static final class Stopped extends Refused {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped while it waited");
    }
  }
}
