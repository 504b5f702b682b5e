package dev.postmortem.draft;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the sections.
 *
 * @param severity as people write it, empty when nobody said
 * @param resolved null while the incident goes on
 * @param zone in which times are typed and printed
 */
public record Headline(
    String title, String severity, Instant started, @Nullable Instant resolved, ZoneId zone) {

  public Headline withStarted(Instant at) {
    return new Headline(title, severity, at, resolved, zone);
  }

  public Headline withResolved(@Nullable Instant at) {
    return new Headline(title, severity, started, at, zone);
  }
}
