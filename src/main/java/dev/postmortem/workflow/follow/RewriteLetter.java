package dev.postmortem.workflow.follow;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox.Status;
import dev.postmortem.delivery.Posting;
import dev.postmortem.draft.Records;
import dev.postmortem.workflow.Desk;
import java.time.Instant;

/** Brings a letter that somebody has up to date in place, when what it asks for is settled. */
public final class RewriteLetter {
  private final Desk desk;

  public RewriteLetter(Desk desk) {
    this.desk = desk;
  }

  /** The letter that stands there, if it is one of ours. */
  public void at(String channel, String ts) {
    desk.store()
        .change(
            records ->
                records
                    .outbox()
                    .at(channel, ts)
                    .map(Posting::letter)
                    .ifPresent(key -> rewrite(records, key, desk.now())));
  }

  /** The letter with this key; one that was never written is none to rewrite. */
  static void rewrite(Records records, String key, Instant now) {
    records
        .outbox()
        .status(key)
        .map(Status::letter)
        .ifPresent(letter -> rewrite(records, letter, now));
  }

  /** Several clicks may come in one instant, and each changes what the letter shows. */
  private static void rewrite(Records records, Letter letter, Instant now) {
    boolean written = false;
    for (int count = 0; !written; count++) {
      String key = "rewrite/" + letter.key() + "/" + now + "/" + count;
      written =
          records
              .outbox()
              .put(
                  new Letter(
                      key, letter.incident(), Letter.Kind.REWRITE, letter.to(), letter.key()),
                  now);
    }
  }
}
