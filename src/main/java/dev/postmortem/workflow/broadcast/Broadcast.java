package dev.postmortem.workflow.broadcast;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Letter.Kind;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Writes down what is to be sent when a document goes out, is corrected, or changes after it is
 * out. Files, canvas and mails each wait in a queue of their own, so that none holds up another.
 */
public final class Broadcast {
  /**
   * Note of a {@link Kind#REFRESH} or {@link Kind#BROADCAST_UPDATE}: only how many have read it.
   */
  public static final String READERS = "readers";

  private static final Duration TASKS_TOGETHER = Duration.ofMinutes(5);
  private static final Duration READERS_TOGETHER = Duration.ofMinutes(1);

  private Broadcast() {}

  /**
   * Where a document goes.
   *
   * @param addresses mail addresses, each of which gets a mail of its own
   */
  public record Readers(String channel, List<String> addresses) {
    public Readers {
      addresses = List.copyOf(addresses);
    }
  }

  /** The key of the letter under which the posted messages of an incident's document are kept. */
  public static String posted(long incident) {
    return "broadcast/" + incident;
  }

  /** The key of the letter under which the canvas of an incident's document is kept. */
  public static String canvas(long incident) {
    return "canvas/" + incident;
  }

  /** The document goes out for the first time, to the channel and to each mail address. */
  public static void first(Records records, long incident, Readers readers, Instant now) {
    String channel = readers.channel();
    put(records, new Letter(posted(incident), incident, Kind.BROADCAST, channel, ""), now);
    beside(records, incident, channel, "", now);
    for (String address : readers.addresses()) {
      put(records, new Letter(mail(incident, address), incident, Kind.MAIL, address, ""), now);
    }
  }

  /** The key of the letter that mails an incident's document to an address. */
  public static String mail(long incident, String address) {
    return "mail/" + incident + "/" + address;
  }

  /**
   * The posted document is brought up to date, and a note in its thread says what changed. Whoever
   * got the document by mail gets the note by mail.
   */
  public static void corrected(
      Records records, long incident, Readers readers, String changed, Instant now) {
    String channel = readers.channel();
    update(records, incident, channel, "/" + now, now);
    String key = "correction/" + incident + "/" + now;
    put(records, new Letter(key, incident, Kind.CORRECTION, channel, changed), now);
    for (String address : readers.addresses()) {
      String first = mail(incident, address);
      if (records.outbox().status(first).isPresent()) {
        put(records, new Letter(first + "/" + now, incident, Kind.MAIL, address, changed), now);
      }
    }
  }

  /** The posted document is brought up to date in silence, because something was collected. */
  public static void refreshed(Records records, Letter refresh, String channel, Instant now) {
    String suffix = "/" + refresh.key();
    long incident = refresh.incident();
    if (refresh.note().equals(READERS)) {
      String key = posted(incident) + suffix;
      put(records, new Letter(key, incident, Kind.BROADCAST_UPDATE, channel, READERS), now);
    } else {
      update(records, incident, channel, suffix, now);
    }
  }

  private static void update(
      Records records, long incident, String channel, String suffix, Instant now) {
    String key = posted(incident) + suffix;
    put(records, new Letter(key, incident, Kind.BROADCAST_UPDATE, channel, ""), now);
    beside(records, incident, channel, suffix, now);
  }

  private static void beside(
      Records records, long incident, String channel, String suffix, Instant now) {
    String files = "files/" + incident + suffix;
    put(records, new Letter(files, incident, Kind.FILES, "files/" + channel, ""), now);
    String canvas = canvas(incident) + suffix;
    put(records, new Letter(canvas, incident, Kind.CANVAS, "canvas/" + channel, ""), now);
  }

  /**
   * A task changed. What is published follows within five minutes, together with whatever else
   * changes until then; a document that is being corrected follows when the correction is out.
   */
  public static void taskChanged(Records records, Draft draft, Instant now) {
    collect(records, draft, "", TASKS_TOGETHER, now);
  }

  /**
   * Words were changed in it for a reason of which readers are not told; it follows like a task.
   */
  public static void wordsChanged(Records records, Draft draft, Instant now) {
    collect(records, draft, "", TASKS_TOGETHER, now);
  }

  /** Somebody has read it; the number beneath the posted document follows within a minute. */
  static void readBySomebody(Records records, Draft draft, Instant now) {
    collect(records, draft, READERS, READERS_TOGETHER, now);
  }

  private static void collect(
      Records records, Draft draft, String what, Duration together, Instant now) {
    if (draft.state() == State.PUBLISHED) {
      long slot = now.getEpochSecond() / together.toSeconds() + 1;
      Instant due = Instant.ofEpochSecond(slot * together.toSeconds());
      String queue = "refresh" + what + "/" + draft.id();
      put(records, new Letter(queue + "/" + due, draft.id(), Kind.REFRESH, queue, what), due);
    }
  }

  private static void put(Records records, Letter letter, Instant due) {
    records.outbox().put(letter, due);
  }
}
