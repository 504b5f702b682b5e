package dev.postmortem.workflow;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import java.util.Optional;

/** Which post-mortem is meant: the one of a channel, or the one a button or modal names. */
public sealed interface Which {
  Optional<Draft> in(Records records);

  /** The channel's newest one. */
  static Which of(Place place) {
    return new OfChannel(place.team(), place.channel());
  }

  /** The one with this number. */
  static Which of(long id) {
    return new ById(id);
  }

  /** By its channel. */
  record OfChannel(String team, String channel) implements Which {
    @Override
    public Optional<Draft> in(Records records) {
      return records.drafts().ofChannel(team, channel);
    }
  }

  /** By its number. */
  record ById(long id) implements Which {
    @Override
    public Optional<Draft> in(Records records) {
      return records.drafts().find(id);
    }
  }
}
