package dev.postmortem.workflow.broadcast;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Letter.Kind;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Outbox.Status;
import dev.postmortem.draft.Records;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of a document on its way to each of its targets. */
public final class Ledger {
  static final Set<Kind> KINDS =
      EnumSet.of(
          Kind.BROADCAST,
          Kind.BROADCAST_UPDATE,
          Kind.CORRECTION,
          Kind.FILES,
          Kind.CANVAS,
          Kind.MAIL);

  private Ledger() {}

  /** The newest letter to each target: what an older one failed in, a newer one may have mended. */
  public static List<Status> of(Records records, long incident) {
    Map<String, Status> newest = new LinkedHashMap<>();
    for (Status status : records.outbox().of(incident, KINDS)) {
      newest.put(target(status.letter()), status);
    }
    return List.copyOf(newest.values());
  }

  private static String target(Letter letter) {
    return switch (letter.kind()) {
      case BROADCAST_UPDATE -> Kind.BROADCAST.name();
      case MAIL -> Kind.MAIL + letter.to() + (letter.note().isEmpty() ? "" : "/changed");
      default -> letter.kind().name();
    };
  }

  /** Whether it waits for something that went wrong, or will not be tried again. */
  public static boolean isInTrouble(Status status) {
    return status.state() == Outbox.State.GIVEN_UP
        || (status.state() != Outbox.State.SENT && !status.reason().isEmpty());
  }
}
