package dev.postmortem.slack.views;

import dev.postmortem.delivery.Outbox.State;
import dev.postmortem.delivery.Outbox.Status;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.broadcast.Broadcast;
import dev.postmortem.workflow.broadcast.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what of a published document arrived where, what waits, and what was given up and why. */
public final class DeliveryLines {
  /** A refusal of Slack as it is kept: perhaps the method, the code, perhaps details. */
  private static final Pattern CODE = Pattern.compile("(?:[\\w.]+: )?([a-z_]+)(?: .*)?");

  private final Desk desk;

  public DeliveryLines(Desk desk) {
    this.desk = desk;
  }

  /** One line for each target; none before the document was sent. */
  public List<String> of(Draft draft) {
    return draft.published() == null
        ? List.of()
        : desk.store().read(records -> lines(records, draft));
  }

  /** Whether anything waits because something went wrong, or was given up. */
  public boolean isInTrouble(Draft draft) {
    return draft.published() != null
        && desk.store().read(records -> Ledger.of(records, draft.id())).stream()
            .anyMatch(Ledger::isInTrouble);
  }

  private static List<String> lines(Records records, Draft draft) {
    List<String> lines = new ArrayList<>();
    for (Status status : Ledger.of(records, draft.id())) {
      if (isTold(records, status)) {
        lines.add("• " + target(status) + ": " + state(status));
      }
    }
    int readers = records.readership().size(draft.id());
    if (readers > 0) {
      lines.add("• Read by " + readers + (readers == 1 ? " person" : " people"));
    }
    return lines;
  }

  /** A workspace that has no canvases is not in trouble, and a note that arrived is no news. */
  private static boolean isTold(Records records, Status status) {
    return switch (status.letter().kind()) {
      case CANVAS ->
          status.state() != State.SENT
              || !records.outbox().postings(Broadcast.canvas(status.letter().incident())).isEmpty();
      case CORRECTION -> status.state() != State.SENT;
      case MAIL -> status.letter().note().isEmpty() || status.state() != State.SENT;
      default -> true;
    };
  }

  private static String target(Status status) {
    String place = Kit.escape(status.letter().place());
    return switch (status.letter().kind()) {
      case BROADCAST, BROADCAST_UPDATE -> "Post in <#" + place + ">";
      case CORRECTION -> "Note on what changed";
      case FILES -> "Files in its thread";
      case CANVAS -> "Canvas";
      case MAIL ->
          (status.letter().note().isEmpty() ? "Mail to " : "Mail on what changed to ")
              + Kit.escape(status.letter().to());
      default -> status.letter().kind().name();
    };
  }

  private static String state(Status status) {
    return switch (status.state()) {
      case SENT -> "delivered";
      case WAITING, TAKEN ->
          status.reason().isEmpty() ? "on its way" : "waiting. " + why(status, true);
      case GIVEN_UP -> "given up. " + why(status, false);
    };
  }

  private static String why(Status status, boolean passing) {
    Matcher code = CODE.matcher(status.reason());
    if (!code.matches()) {
      String next =
          passing ? " I try it again by myself." : " When that is mended, press *Try again*.";
      return Kit.escape(status.reason()) + next;
    }
    return switch (code.group(1)) {
      case "http", "away" -> "Slack is away. I try it again by myself.";
      case "ratelimited", "rate_limited" -> "Slack is busy. I try it again by myself.";
      default -> Kit.escape(Advice.on(code.group(1), false));
    };
  }
}
