package dev.postmortem.document;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands above the sections, by the name of each fact. */
public final class Facts {
  private Facts() {}

  /** The facts that are known, in the order in which they are read. */
  public static Map<String, String> of(Document document) {
    Document.Head head = document.head();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Post-mortem", document.id() + ", " + head.state());
    facts.put("Severity", head.severity().isBlank() ? "not stated" : head.severity());
    facts.put("Started", Moments.withZone(head.started(), head.zone()));
    facts.put("Resolved", resolved(head));
    putIf(facts, "Duration", head.duration());
    putIf(facts, "Point person", head.owner());
    putIf(facts, "Moderator", head.moderator());
    putIf(facts, "Note-taker", head.noteTaker());
    putIf(facts, "Meeting", document.meeting());
    facts.put("Channel", "#" + head.channel());
    return facts;
  }

  /** The facts as a list. */
  static Block listed(Document document) {
    return new Block.Bullets(
        of(document).entrySet().stream()
            .map(fact -> item(fact.getKey(), fact.getValue()))
            .toList());
  }

  private static List<Block> item(String name, String value) {
    List<Inline> label = List.of(Style.STRONG.around(Phrase.of(name + ":")), new Inline.Text(" "));
    return Phrase.before(label, List.of(new Block.Paragraph(words(value))));
  }

  /** A fact in which an address can be followed. */
  public static List<Inline> words(String value) {
    List<Inline> words = new ArrayList<>();
    for (String word : value.split(" ", -1)) {
      Inline text = new Inline.Text(word);
      words.add(new Inline.Text(words.isEmpty() ? "" : " "));
      words.add(Links.isHarmless(word) ? new Inline.Link(word, List.of(text)) : text);
    }
    return words;
  }

  private static String resolved(Document.Head head) {
    return head.resolved() == null ? "not yet" : Moments.withZone(head.resolved(), head.zone());
  }

  private static void putIf(Map<String, String> facts, String name, @Nullable Duration duration) {
    if (duration != null) {
      facts.put(name, Moments.duration(duration));
    }
  }

  private static void putIf(
      Map<String, String> facts, String name, Document.@Nullable Member member) {
    if (member != null) {
      facts.put(name, member.nameAndRole());
    }
  }

  private static void putIf(
      Map<String, String> facts, String name, Document.@Nullable Gathering meeting) {
    if (meeting != null) {
      ZoneId zone = meeting.zone();
      String where = meeting.where().isBlank() ? "" : ", " + meeting.where();
      String length = Moments.duration(meeting.length());
      facts.put(name, Moments.withZone(meeting.at(), zone) + " (" + length + ")" + where);
    }
  }
}
