package dev.postmortem.workflow;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import java.util.Comparator;
import java.util.Optional;

/** Which post-mortem is meant: the one of a channel, or the one a button or modal names. */
public sealed interface Which {
  Optional<Draft> in(Records records);

  /** Who wants something of it, by user id; empty when nobody knows. */
  String by();

  /** The channel's newest one. */
  static Which of(Place place) {
    return new OfChannel(place.team(), place.channel(), place.user());
  }

  /** The one that was opened last in the channel, whatever became of it. */
  static Which latest(Place place) {
    return new Latest(place.team(), place.channel(), place.user());
  }

  /** The one with this number. */
  static Which of(long id) {
    return new ById(id, "");
  }

  /** The one with this number, and who wants something of it. */
  static Which of(long id, String by) {
    return new ById(id, by);
  }

  /** By its channel. */
  record OfChannel(String team, String channel, String by) implements Which {
    @Override
    public Optional<Draft> in(Records records) {
      return records.drafts().ofChannel(team, channel);
    }
  }

  /** By its channel and when it was opened. */
  record Latest(String team, String channel, String by) implements Which {
    @Override
    public Optional<Draft> in(Records records) {
      return records.drafts().all(team).stream()
          .filter(draft -> draft.room().channel().equals(channel))
          .max(Comparator.comparing(Draft::id));
    }
  }

  /** By its number. */
  record ById(long id, String by) implements Which {
    @Override
    public Optional<Draft> in(Records records) {
      return records.drafts().find(id);
    }
  }
}
