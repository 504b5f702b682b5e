package dev.postmortem.timeline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a channel's history, page by page, as far as it has come.
 *
 * @param from the time from which on it reads
 * @param awaited whether somebody waits for it; the others only make sure that nothing was lost
 * @param again when somebody wanted another while this one went on: from when on
 * @param begun when it was begun
 * @param finished when all was read, null before
 */
public record Reading(
    long incident,
    Instant from,
    boolean awaited,
    @Nullable Instant again,
    Instant begun,
    @Nullable Instant finished,
    Place place,
    Hitch hitch) {

  /** One that begins, and that somebody waits for. */
  public static Reading of(long incident, Instant from, Instant now) {
    return new Reading(incident, from, true, null, now, null, Place.start(now), Hitch.NONE);
  }

  /** The same, but awaited or not. */
  public Reading awaited(boolean now) {
    return new Reading(incident, from, now, again, begun, finished, place, hitch);
  }

  /** Whether something is left to read. */
  public boolean isUnderWay() {
    return finished == null;
  }

  /** Whether anything was read yet. */
  public boolean isFresh() {
    return place.cursor().isEmpty() && place.reached().isEmpty() && !place.paged();
  }

  /** It goes on from there; whatever stood in its way is past. */
  public Reading at(Place next) {
    return new Reading(incident, from, awaited, again, begun, finished, next, Hitch.NONE);
  }

  /** It does not go on for now. */
  public Reading with(Hitch now) {
    return new Reading(incident, from, awaited, again, begun, finished, place, now);
  }

  /** When it is done, another one is wanted, from this time on or from an earlier one. */
  public Reading again(Instant since) {
    Instant earliest = again == null || since.isBefore(again) ? since : again;
    return new Reading(incident, from, awaited, earliest, begun, finished, place, hitch);
  }

  /** All is read. */
  public Reading finished(Instant at) {
    return new Reading(incident, from, awaited, null, begun, at, place, Hitch.NONE);
  }

  /**
   * Where it stands.
   *
   * @param cursor Slack's word for the next page of the channel, empty for the first
   * @param paged whether all pages of the channel are read, and only threads and doubts are left
   * @param reached the timestamp of the oldest message of the channel that Slack showed, empty
   *     before the first
   * @param messages how many messages Slack showed, those of threads included
   * @param at when the last step was made
   */
  public record Place(String cursor, boolean paged, String reached, int messages, Instant at) {
    static Place start(Instant now) {
      return new Place("", false, "", 0, now);
    }

    /** The same, after a step that showed some messages. */
    public Place after(int shown, Instant now) {
      return new Place(cursor, paged, reached, messages + shown, now);
    }

    /** From the first page on again. */
    public Place restarted() {
      return new Place("", false, "", messages, at);
    }
  }

  /**
   * What stands in the way.
   *
   * @param fault Slack's word for it, empty for nothing
   * @param since when it was met first
   * @param notBefore when it is worth trying again; null when only people can help
   * @param attempts how often it was tried in vain
   */
  public record Hitch(
      String fault, @Nullable Instant since, @Nullable Instant notBefore, int attempts) {
    /** Nothing. */
    public static final Hitch NONE = new Hitch("", null, null, 0);

    private static final int LONGEST = 9;

    /** Only people can help. */
    public Hitch shut(String why, Instant now) {
      return new Hitch(why, since == null ? now : since, null, attempts + 1);
    }

    /**
     * It passes by itself.
     *
     * @param pause how long Slack wants to be left alone, null when it did not say
     */
    public Hitch passing(String why, @Nullable Duration pause, Instant now) {
      Duration rest = pause == null ? Duration.ofSeconds(1L << Math.min(attempts, LONGEST)) : pause;
      return new Hitch(why, since == null ? now : since, now.plus(rest), attempts + 1);
    }

    /** Whether it passes only when somebody does something. */
    public boolean isShut() {
      return !fault.isEmpty() && notBefore == null;
    }

    /** Whether it is too early to try again. */
    public boolean isOn(Instant now) {
      return notBefore != null && notBefore.isAfter(now);
    }
  }
}
