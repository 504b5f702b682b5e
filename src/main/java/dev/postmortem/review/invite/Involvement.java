package dev.postmortem.review.invite;

import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the moderator worked on the incident too much to lead the talk about it. */
public final class Involvement {
  /** From this share of what people wrote on somebody is a main responder, in percent. */
  private static final int SHARE = 20;

  /** Who is among the first of these and wrote their part is one, too. */
  private static final int FIRST = 3;

  private static final int FEW = 5;

  private Involvement() {}

  /**
   * A sentence with the evidence when the moderator was a main responder, else empty.
   *
   * @param moderator a user id
   * @param name how the moderator is called
   */
  public static Optional<String> of(String moderator, String name, List<Voice> voices) {
    Map<String, Integer> wrote =
        voices.stream()
            .filter(voice -> voice.kind() == Kind.MESSAGE || voice.kind() == Kind.NOTE)
            .collect(Collectors.toMap(Voice::author, Voice::messages, Integer::sum));
    int own = wrote.getOrDefault(moderator, 0);
    int all = wrote.values().stream().mapToInt(Integer::intValue).sum();
    long more = wrote.values().stream().filter(count -> count > own).count();
    boolean much = own * 100L >= (long) all * SHARE;
    boolean among = more < FIRST && own * 100L * wrote.size() > (long) all * 100;
    if (own < FEW || !(much || among)) {
      return Optional.empty();
    }
    return Optional.of(
        name
            + " wrote "
            + own
            + " of "
            + all
            + " messages in this incident. Who worked on it has a story of their own to tell: let"
            + " somebody lead the meeting who can ask about all of them.");
  }
}
