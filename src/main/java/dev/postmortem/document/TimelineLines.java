package dev.postmortem.document;

import dev.postmortem.timeline.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Messages as lines of a timeline: when, who, what. */
final class TimelineLines {
  private final ZoneId zone;
  private final boolean linked;
  private final boolean onPage;
  private int keyPoints;

  /**
   * Lines of a section.
   *
   * @param linked whether the times lead to the messages in Slack
   */
  TimelineLines(ZoneId zone, boolean linked) {
    this(zone, linked, false);
  }

  private TimelineLines(ZoneId zone, boolean linked, boolean onPage) {
    this.zone = zone;
    this.linked = linked;
    this.onPage = onPage;
  }

  /**
   * The lines of the timeline of a page, to be written once: links can lead to the key points among
   * them, and they also say what was said before it was edited.
   */
  static TimelineLines onPage(ZoneId zone) {
    return new TimelineLines(zone, true, true);
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
      blocks.add(bullets(lines.subList(from, to), Moments::time));
      from = to;
    }
    return blocks;
  }

  /**
   * The lines as a list; with their dates where they are of more than one day, and with their zone
   * where the clock was put forward or back.
   */
  List<Block> listed(List<Document.Line> lines, Instant started) {
    return lines.isEmpty() ? List.of() : List.of(bullets(lines, form(lines, started)));
  }

  private BiFunction<Instant, ZoneId, String> form(List<Document.Line> lines, Instant started) {
    if (lines.stream().anyMatch(line -> !offset(line.at()).equals(offset(started)))) {
      return Moments::withZone;
    }
    boolean otherDay = lines.stream().anyMatch(line -> !isSameDay(line.at(), started));
    return otherDay ? Moments::dateAndTime : Moments::time;
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

  private Block bullets(List<Document.Line> lines, BiFunction<Instant, ZoneId, String> form) {
    return new Block.Bullets(
        lines.stream().map(line -> item(line, form.apply(line.at(), zone))).toList());
  }

  private List<Block> item(Document.Line line, String when) {
    Inline time = new Inline.Text(when);
    String link = linked ? line.permalink() : null;
    List<Inline> opening = new ArrayList<>();
    if (onPage && KeyPoints.isOne(line)) {
      keyPoints++;
      opening.add(new Inline.Place(KeyPoints.anchor(keyPoints)));
    }
    opening.add(link == null ? time : new Inline.Link(link, List.of(time)));
    opening.add(new Inline.Text(" – " + who(line) + ": "));
    List<Block> item = Phrase.before(opening, line.words());
    List<Block> edited = line.edited() ? Phrase.after(item, "(edited)") : item;
    return onPage && !line.former().isEmpty() ? withFormer(edited, line) : edited;
  }

  /** What was read and acted upon before it was edited belongs to what happened. */
  private List<Block> withFormer(List<Block> item, Document.Line line) {
    List<List<Block>> forms = new ArrayList<>();
    for (Document.Former former : line.former()) {
      String when =
          isSameDay(former.at(), line.at())
              ? Moments.time(former.at(), zone)
              : Moments.dateAndTime(former.at(), zone);
      forms.add(Phrase.before(Phrase.of("As written at " + when + ": "), former.words()));
    }
    List<Block> all = new ArrayList<>(item);
    all.add(new Block.Bullets(forms));
    return all;
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
