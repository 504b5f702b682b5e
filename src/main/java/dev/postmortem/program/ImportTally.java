package dev.postmortem.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.archive.Room;
import dev.postmortem.slack.text.Masking;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.capture.Happening;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what an import reads: each message is imported, or left out for a reason. */
final class ImportTally {
  private final Room room;
  private final ZoneId zone;
  private final Instant from;
  private final Instant to;
  private final Map<String, Integer> out = new TreeMap<>();
  private final Map<Kind, Integer> kinds = new TreeMap<>();
  private Instant earliest = Instant.MAX;
  private Instant latest = Instant.MIN;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;
  private int read;
  private int said;
  private int threaded;
  private int marks;
  private int masked;

  ImportTally(Room room, ZoneId zone, Instant from, Instant to) {
    this.room = room;
    this.zone = zone;
    this.from = from;
    this.to = to;
  }

  /** Whether what was said then is wanted; it is counted if not. */
  boolean isWithin(Instant at) {
    earliest = at.isBefore(earliest) ? at : earliest;
    latest = at.isAfter(latest) ? at : latest;
    if (at.isBefore(from)) {
      leftOut("before --from");
    } else if (at.isAfter(to)) {
      leftOut("after --to");
    }
    return !at.isBefore(from) && !at.isAfter(to);
  }

  void leftOut(String why) {
    read++;
    out.merge(why, 1, Integer::sum);
  }

  /** A message, and what it told. */
  void took(JsonNode message, List<Happening> told) {
    if (told.isEmpty()) {
      String subtype = message.path("subtype").asText("");
      leftOut(subtype.isEmpty() ? "hidden" : subtype);
    } else if (told.get(0) instanceof Happening.TakenBack) {
      leftOut("taken back by their authors");
    } else {
      read++;
      said++;
      masked += isMasked(told.get(0)) ? 1 : 0;
      marks += told.size() - 1;
    }
  }

  private static boolean isMasked(Happening first) {
    return first instanceof Happening.Said it
        && it.message().raw().contains("\"" + Masking.KINDS + "\"");
  }

  /**
   * What stands on the timeline now.
   *
   * @throws Exit.Fault when that is nothing
   */
  void settle(List<Entry> entries) throws Exit.Fault {
    if (entries.isEmpty()) {
      throw new Exit.Fault(nothing());
    }
    for (Entry entry : entries) {
      kinds.merge(entry.message().kind(), 1, Integer::sum);
      threaded += entry.message().thread() == null ? 0 : 1;
    }
    if (said > entries.size()) {
      out.put("there more than once", said - entries.size());
    }
    first = entries.get(0).at();
    last = entries.get(entries.size() - 1).at();
  }

  private String nothing() {
    String where = "#" + room.name();
    return earliest.isAfter(latest)
        ? "Nothing that was said in " + where + " can be read from this export."
        : "Nothing was said in "
            + where
            + " in that time. What there is was said from "
            + Printed.full(earliest, zone)
            + " to "
            + Printed.full(latest, zone)
            + ".";
  }

  /** When the first message that was imported was said. */
  Instant first() {
    return first;
  }

  /** When the last was. */
  Instant last() {
    return last;
  }

  /** What became of all that was read. */
  List<String> told() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "#"
            + room.name()
            + ", "
            + Printed.full(first, zone)
            + " to "
            + Printed.full(last, zone)
            + ": "
            + counted(read, "message")
            + " read");
    int kept = kinds.values().stream().mapToInt(Integer::intValue).sum();
    lines.add("  imported " + kept + ": " + joined(kinds) + "; " + threaded + " in threads");
    int missed = out.values().stream().mapToInt(Integer::intValue).sum();
    if (missed > 0) {
      lines.add("  left out " + missed + ": " + joined(out));
    }
    if (marks > 0) {
      lines.add("  " + marks + " emoji that file a message under a section");
    }
    if (masked > 0) {
      lines.add("  masked what looks like a secret in " + counted(masked, "message"));
    }
    return lines;
  }

  private static String joined(Map<?, Integer> counts) {
    return counts.entrySet().stream()
        .map(
            count ->
                count.getKey() instanceof Kind kind
                    ? counted(count.getValue(), word(kind))
                    : count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String word(Kind kind) {
    return kind == Kind.EVENT ? "channel event" : kind.word();
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
