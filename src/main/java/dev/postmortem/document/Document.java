package dev.postmortem.document;

import dev.postmortem.timeline.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A post-mortem as it is read, every name resolved and every time known. The forms are written from
 * this alone.
 *
 * @param id as people name it, such as {@code PM-7}
 * @param parts the sections in the template's order
 * @param passed null when nothing was missing
 * @param removed null while everything that was said is kept
 */
public record Document(
    String id,
    Head head,
    List<Part> parts,
    List<Line> timeline,
    int deleted,
    List<Member> participants,
    List<TaskLine> tasks,
    List<QuestionLine> questions,
    @Nullable Gathering meeting,
    @Nullable Passed passed,
    @Nullable Removed removed) {
  /** One of which everything is kept. */
  public Document(
      String id,
      Head head,
      List<Part> parts,
      List<Line> timeline,
      int deleted,
      List<Member> participants,
      List<TaskLine> tasks,
      List<QuestionLine> questions,
      @Nullable Gathering meeting,
      @Nullable Passed passed) {
    this(id, head, parts, timeline, deleted, participants, tasks, questions, meeting, passed, null);
  }

  /**
   * That messages which nobody chose for the document were removed after a time.
   *
   * @param said when they were said, for the drawing
   */
  public record Removed(Instant at, int messages, List<Instant> said) {}

  /**
   * That it was published although something was missing.
   *
   * @param missing what was, each to be read in a list
   */
  public record Passed(List<String> missing, String reason, Member by) {
    /** As readers are told. */
    public String sentence() {
      return "Published although this was missing: "
          + String.join(", ", missing)
          + ". "
          + by.nameAndRole()
          + " gave the reason: "
          + reason;
    }
  }

  /** What stands above the sections. */
  public record Head(
      String title,
      String state,
      String severity,
      Instant started,
      @Nullable Instant resolved,
      ZoneId zone,
      @Nullable Member owner,
      @Nullable Member moderator,
      @Nullable Member noteTaker,
      String channel) {

    /** How long the incident lasted, null while it goes on. */
    public @Nullable Duration duration() {
      return resolved == null ? null : Duration.between(started, resolved);
    }
  }

  /**
   * A section: what was written into it, then the messages filed under it. The sections that fill
   * themselves (participants, timeline, tasks, questions) have both empty and are drawn from the
   * document's own lists, except for what somebody wrote into them.
   */
  public record Part(
      String key, String title, String prompt, List<Block> written, List<Line> filed) {}

  /**
   * One line of the timeline, or one message filed under a section.
   *
   * @param former what it said before it was edited, oldest first
   */
  public record Line(
      Instant at,
      @Nullable String ts,
      String channel,
      Member author,
      Kind kind,
      Set<String> tags,
      List<Block> words,
      @Nullable String permalink,
      boolean edited,
      @Nullable String thread,
      List<Block.Picture> pictures,
      List<Former> former) {
    /** A line that says what it always said, or of which nobody knows what it said before. */
    public Line(
        Instant at,
        @Nullable String ts,
        String channel,
        Member author,
        Kind kind,
        Set<String> tags,
        List<Block> words,
        @Nullable String permalink,
        boolean edited,
        @Nullable String thread,
        List<Block.Picture> pictures) {
      this(
          at, ts, channel, author, kind, tags, words, permalink, edited, thread, pictures,
          List.of());
    }
  }

  /** What a message said from some moment on, until it was edited. */
  public record Former(Instant at, List<Block> words) {}

  /**
   * Somebody, as readers see them.
   *
   * @param role empty when unknown
   */
  public record Member(String id, String name, String role) {
    /** {@code Jane Doe (Engineer)}, or the name alone. */
    public String nameAndRole() {
      return role.isBlank() ? name : name + " (" + role + ")";
    }
  }

  /**
   * A task.
   *
   * @param state {@code open}, {@code done} or {@code won't do}
   */
  public record TaskLine(
      int number,
      List<Block> words,
      @Nullable Member owner,
      @Nullable LocalDate due,
      String state,
      String reason) {}

  /** A question and its answers. */
  public record QuestionLine(int number, List<Block> words, Member asker, List<Answer> answers) {}

  /** An answer and who gave it. */
  public record Answer(List<Block> words, Member by, Instant at) {}

  /** The review meeting. */
  public record Gathering(
      Instant at, Duration length, ZoneId zone, List<Member> attendees, String where) {}
}
