package dev.postmortem.web.library;

import dev.postmortem.document.Moments;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A moment as it is shown: in the reader's zone, and beside it in the incident's where clocks show
 * something else there.
 *
 * @param iso for machines
 * @param own on the reader's clock
 * @param there on the incident's clock, empty where it shows the same
 */
public record When(String iso, String own, String there) {

  static When of(Instant at, ZoneId own, ZoneId there) {
    boolean same = own.getRules().getOffset(at).equals(there.getRules().getOffset(at));
    return new When(
        at.toString(), Moments.withZone(at, own), same ? "" : Moments.withZone(at, there));
  }

  static When of(Instant at, ZoneId own) {
    return of(at, own, own);
  }
}
