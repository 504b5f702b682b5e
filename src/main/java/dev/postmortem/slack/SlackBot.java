package dev.postmortem.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.carriers.CanvasCarrier;
import dev.postmortem.slack.carriers.DocumentCarrier;
import dev.postmortem.slack.carriers.FilesCarrier;
import dev.postmortem.slack.commands.Usage;
import dev.postmortem.slack.inbound.EventInbox;
import dev.postmortem.slack.inbound.Reception;
import dev.postmortem.slack.inbound.SlackParts;
import dev.postmortem.slack.outbound.Carrier;
import dev.postmortem.slack.outbound.Papers;
import dev.postmortem.slack.outbound.Postman;
import dev.postmortem.slack.outbound.SlackCarrier;
import dev.postmortem.slack.outbound.SlackRooms;
import dev.postmortem.slack.outbound.Upload;
import dev.postmortem.slack.views.Letters;
import dev.postmortem.workflow.Deadline;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's Slack side, put together: what listens, what answers, and what sends. */
public final class SlackBot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
  private final SlackParts parts;
  private final Reception reception;
  private final Postman postman;

  private SlackBot(SlackParts parts, Reception reception, Postman postman) {
    this.parts = parts;
    this.reception = reception;
    this.postman = postman;
  }

  /**
   * Puts the bot together for the workspace that it finds itself in.
   *
   * @param others carriers of letters that do not go to Slack
   */
  public static SlackBot of(
      SlackParts parts, Slack slack, Function<Reception, Map<Letter.Kind, Carrier>> others) {
    parts
        .desk()
        .store()
        .change(
            records ->
                records.directory().save(Directory.ADDRESS + parts.me().team(), parts.me().url()));
    Reception reception = new Reception(parts, slack);
    Letters letters = new Letters(parts.desk(), reception::mayRead);
    Map<Letter.Kind, Carrier> carriers = carriers(parts, slack, reception.papers(), letters);
    carriers.putAll(others.apply(reception));
    Postman postman = new Postman(parts.outbox(), Carrier.of(carriers), parts.deliveries());
    return new SlackBot(parts, reception, postman);
  }

  /** What is said in Slack is carried by one, and the finished document by three. */
  private static Map<Letter.Kind, Carrier> carriers(
      SlackParts parts, Slack slack, Papers papers, Letters letters) {
    Desk outbox = parts.outbox();
    Carrier words = new SlackCarrier(outbox, parts.calls(), letters, papers);
    DocumentCarrier document = new DocumentCarrier(outbox, parts.calls(), letters, papers);
    Upload upload = new Upload(parts.calls(), slack.getHttpClient());
    Map<Letter.Kind, Carrier> carriers = new EnumMap<>(Letter.Kind.class);
    for (Letter.Kind kind : Letter.Kind.values()) {
      switch (kind) {
        case BROADCAST, BROADCAST_UPDATE, CORRECTION, REFRESH -> carriers.put(kind, document);
        case FILES -> carriers.put(kind, new FilesCarrier(outbox, upload, papers));
        case CANVAS ->
            carriers.put(kind, new CanvasCarrier(outbox, parts.calls(), papers, document));
        case MAIL, CALENDAR -> {} // others carry them
        default -> carriers.put(kind, words);
      }
    }
    return carriers;
  }

  /** The Bolt app, to be put behind a servlet or a socket. */
  public App app() {
    return reception.app();
  }

  /** All that can be typed after the slash command. */
  public List<Usage> usages() {
    return reception.usages();
  }

  /** Takes what Slack tells, verified. */
  public EventInbox inbox() {
    return reception.inbox();
  }

  /** There may be a new letter. */
  public void ring() {
    postman.ring();
  }

  /** Whether what Slack tells is kept, as far as is known. */
  public boolean isKeeping() {
    return reception.intake().isWell();
  }

  /** Whether Slack tells so much that whatever can wait should. */
  public boolean isRush() {
    return reception.intake().isRush();
  }

  /** How much waits in each of its queues. */
  public Waiting waiting() {
    return new Waiting(
        reception.intake().waiting(),
        reception.prompt().waiting(),
        reception.patient().waiting(),
        parts.calls().inside(),
        parts.calls().resting());
  }

  /**
   * How much waits.
   *
   * @param intake events that are not yet on the disk
   * @param prompt errands that somebody waits for
   * @param patient errands that may take their time
   * @param calls to Slack, those that are being made included
   * @param resting methods and channels that Slack wants to be left alone with
   */
  public record Waiting(int intake, int prompt, int patient, int calls, int resting) {
    /** Nothing. */
    public static final Waiting NONE = new Waiting(0, 0, 0, 0, 0);
  }

  /**
   * Begins to send, and reads what was missed in every war room. The app must be started already.
   */
  public void start() {
    reception.intake().start();
    postman.start();
    reception
        .patient()
        .run(
            "enter the broadcast channel",
            () -> new SlackRooms(parts.calls()).enter(parts.audience().channel()));
    reception.patient().run("learn the stakeholders", reception::learnStakeholders);
    capturing().forEach(reception.arrival()::returned);
    copyPictures();
  }

  /**
   * Reads in every war room what was lately said there, in case that an event was lost, and asks
   * again for whatever Slack could not answer.
   */
  public void reconcile() {
    reception.learnTheRest();
    capturing().forEach(reception.arrival()::reconcile);
    copyPictures();
  }

  /** Fetches the pictures that are due. */
  public void copyPictures() {
    reception.pictures().ring();
  }

  /** Reads on in the channel of an incident, where Slack wanted to be left alone for a while. */
  public void readOn(long incident) {
    reception.arrival().readOn(incident);
  }

  private List<Draft> capturing() {
    return parts.desk().store().read(records -> records.drafts().all()).stream()
        .filter(draft -> draft.state().isCapturing())
        .toList();
  }

  /**
   * Waits until nothing is left to do that could be done now; answers whether that came to pass in
   * time.
   */
  public boolean settle(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    boolean quiet = false;
    while (!quiet && System.nanoTime() < end) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      quiet =
          reception.prompt().settle(left)
              && reception.patient().settle(left)
              && postman.settle(left)
              && reception.prompt().settle(Duration.ZERO)
              && reception.patient().settle(Duration.ZERO);
    }
    return quiet;
  }

  /** Begins nothing more, and waits so long at most for what is under way. */
  public void finish(Duration most) {
    Deadline deadline = Deadline.in(most);
    shut(deadline.left());
    try {
      boolean rests =
          reception.prompt().settle(deadline.left())
              && reception.patient().settle(deadline.left())
              && postman.rests(deadline.left());
      LOG.debug("everything under way was finished: {}", rests);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void shut(Duration most) {
    reception.intake().close(most);
    reception.prompt().shut();
    reception.patient().shut();
    postman.shut();
  }

  /** Finishes what is under way, within this time; the next start takes up what is left. */
  public void close(Duration most) {
    Deadline deadline = Deadline.in(most);
    shut(deadline.left());
    reception.prompt().close(deadline.left());
    reception.patient().close(deadline.left());
    postman.close(deadline.left());
    reception.app().stop();
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }
}
