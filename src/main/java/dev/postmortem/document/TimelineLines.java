package dev.postmortem.document;

import dev.postmortem.timeline.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Messages as lines of a timeline: when, who, what. */
final class TimelineLines {
  private final ZoneId zone;
  private final boolean linked;

  /**
   * @param linked whether the times lead to the messages in Slack
   */
  TimelineLines(ZoneId zone, boolean linked) {
    this.zone = zone;
    this.linked = linked;
  }

  /** The lines, with a line of its own for the zone and the date wherever one of them changes. */
  List<Block> dated(List<Document.Line> lines) {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    while (from < lines.size()) {
      int to = from + 1;
      while (to < lines.size() && isSameDay(lines.get(from).at(), lines.get(to).at())) {
        to++;
      }
      Instant first = lines.get(from).at();
      blocks.add(Phrase.paragraph("Timezone: " + Moments.zoneAndDay(first, zone)));
      blocks.add(bullets(lines.subList(from, to), false));
      from = to;
    }
    return blocks;
  }

  /** The lines as a list; with their dates where they are of more than one day. */
  List<Block> listed(List<Document.Line> lines, Instant started) {
    boolean otherDay = lines.stream().anyMatch(line -> !isSameDay(line.at(), started));
    return lines.isEmpty() ? List.of() : List.of(bullets(lines, otherDay));
  }

  private boolean isSameDay(Instant one, Instant other) {
    return day(one).equals(day(other)) && offset(one).equals(offset(other));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private ZoneOffset offset(Instant at) {
    return zone.getRules().getOffset(at);
  }

  private Block bullets(List<Document.Line> lines, boolean withDate) {
    return new Block.Bullets(Drawn.from(lines, line -> item(line, withDate)));
  }

  private List<Block> item(Document.Line line, boolean withDate) {
    String when = withDate ? Moments.dateAndTime(line.at(), zone) : Moments.time(line.at(), zone);
    Inline time = new Inline.Text(when);
    String link = linked ? line.permalink() : null;
    List<Inline> opening = new ArrayList<>();
    opening.add(link == null ? time : new Inline.Link(link, List.of(time)));
    opening.add(new Inline.Text(" – " + who(line) + ": "));
    List<Block> item = Phrase.before(opening, line.words());
    return line.edited() ? Phrase.after(item, "(edited)") : item;
  }

  private static String who(Document.Line line) {
    return line.author().nameAndRole()
        + (line.thread() == null ? "" : ", in a thread")
        + (line.kind() == Kind.MESSAGE ? "" : ", " + word(line.kind()));
  }

  private static String word(Kind kind) {
    return kind == Kind.EVENT ? "channel event" : kind.word();
  }
}
