package dev.postmortem.workflow.incident;

import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.meeting.Later;
import dev.postmortem.workflow.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Letters that keep the war room informed. */
public final class Board {
  private Board() {}

  /** Brings the opening message up to date, so that it never shows buttons that no longer fit. */
  public static void refresh(Records records, Draft draft, Instant now) {
    String shown = draft.state() + "/" + Integer.toHexString(draft.headline().hashCode());
    String key = "board/" + draft.id() + "/" + now + "/" + shown;
    records
        .outbox()
        .put(new Letter(key, draft.id(), Letter.Kind.BOARD, draft.room().channel(), ""), now);
  }

  /**
   * Hands the draft to its point person, if it has one. Whoever got it today is not asked about it
   * before the next working day.
   */
  public static void handDraft(Records records, Draft draft, Instant now) {
    String owner = draft.roles().owner();
    if (owner.isEmpty()) {
      return;
    }
    String key = "draft-ready/" + draft.id() + "/" + owner + "/" + now;
    records.outbox().put(new Letter(key, draft.id(), Letter.Kind.DRAFT_READY, owner, ""), now);
    ZoneId zone = Zones.of(records, owner, draft.headline().zone());
    LocalDate today = LocalDate.ofInstant(now, zone);
    records.followups().pause(draft.id(), owner, Later.TOMORROW.from(today));
  }

  /** Tells the war room something, and brings the opening message up to date. */
  public static void tell(Records records, Draft draft, String what, Instant now) {
    String key = "notice/" + draft.id() + "/" + now + "/" + what;
    records
        .outbox()
        .put(new Letter(key, draft.id(), Letter.Kind.NOTICE, draft.room().channel(), what), now);
    refresh(records, draft, now);
  }
}
