package dev.postmortem.slack.views;

import dev.postmortem.draft.Draft;
import dev.postmortem.timeline.Printed;
import dev.postmortem.timeline.Reading;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether what was said may still be incomplete, because the channel's history is being read, or
 * cannot be; and what to do. Nothing when all is well, or is only made sure of.
 */
public final class ReadingHint {
  /** Most readings are done before anybody could read of them. */
  private static final Duration UNNOTICED = Duration.ofSeconds(3);

  private final Desk desk;

  public ReadingHint(Desk desk) {
    this.desk = desk;
  }

  /** The hint, in Slack's markup. */
  public Optional<String> of(Draft draft) {
    if (!draft.state().isCapturing()) {
      return Optional.empty();
    }
    return desk.store()
        .read(records -> records.readings().of(draft.id()))
        .filter(Reading::isUnderWay)
        .flatMap(reading -> hint(reading, draft.headline().zone()));
  }

  private Optional<String> hint(Reading reading, ZoneId zone) {
    Instant since = reading.hitch().since();
    if (reading.hitch().isShut() && since != null) {
      return Optional.of(shut(reading.hitch().fault(), Printed.full(since, zone)));
    }
    boolean noticed = reading.begun().plus(UNNOTICED).isBefore(desk.now());
    return reading.awaited() && (noticed || reading.hitch().notBefore() != null)
        ? Optional.of(progress(reading, zone))
        : Optional.empty();
  }

  private static String shut(String fault, String since) {
    return "Since "
        + since
        + " I cannot read this channel's history ("
        + Kit.escape(fault)
        + "), so what was said while I was not listening may be missing from the timeline. "
        + Advice.on(fault, false)
        + " Then I read it.";
  }

  private String progress(Reading reading, ZoneId zone) {
    String count =
        String.format(
            Locale.ENGLISH,
            "%,d %s",
            reading.place().messages(),
            reading.place().messages() == 1 ? "message" : "messages");
    String reached = reading.place().reached();
    String back =
        reached.isEmpty() ? "" : ", back to " + Printed.full(SlackTime.instant(reached), zone);
    Instant notBefore = reading.hitch().notBefore();
    String rest =
        notBefore == null || !notBefore.isAfter(desk.now())
            ? ""
            : " Slack lets me go on at " + Printed.full(notBefore, zone) + ".";
    return "I am still reading what was said: " + count + " so far" + back + "." + rest;
  }
}
