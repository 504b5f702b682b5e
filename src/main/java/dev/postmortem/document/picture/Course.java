package dev.postmortem.document.picture;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an incident went, as far as its picture tells it.
 *
 * @param zone in which times are printed
 * @param marks one for each {@link Turn}, in their order
 * @param said when something was said in the channel, in order
 * @param keyPoints in order, numbered from 1
 */
public record Course(
    String title, ZoneId zone, List<Mark> marks, List<Instant> said, List<KeyPoint> keyPoints) {
  public Course {
    marks = List.copyOf(marks);
    said = List.copyOf(said);
    keyPoints = List.copyOf(keyPoints);
  }

  /** The turns that an incident takes. Each has its own sign and its own kind of line. */
  public enum Turn {
    /** It began. */
    STARTED("Started"),
    /** Somebody noticed. */
    DETECTED("Detected"),
    /** It hurt less. */
    MITIGATED("Mitigated"),
    /** It was over. */
    RESOLVED("Resolved");

    private final String word;

    Turn(String word) {
      this.word = word;
    }

    /** The word for it, as it is written beside the sign. */
    public String word() {
      return word;
    }
  }

  /**
   * When the incident took a turn.
   *
   * @param at null when nobody said
   * @param source how it is known, or why it is not; empty when it was stated as such
   */
  public record Mark(Turn turn, @Nullable Instant at, String source) {}

  /**
   * A key point.
   *
   * @param anchor the name of the place in the page where its entry stands
   */
  public record KeyPoint(int number, Instant at, String anchor) {}
}
