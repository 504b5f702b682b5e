package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;

/** The document laid out as it is read, from the title to the last section. */
public final class Outline {
  private final Document document;
  private final TimelineLines lines;
  private final TimelineLines timelineLines;

  private Outline(Document document, boolean linked) {
    this.document = document;
    this.lines = new TimelineLines(document.head().zone(), linked);
    this.timelineLines = lines;
  }

  private Outline(Document document, TimelineLines timelineLines) {
    this.document = document;
    this.lines = new TimelineLines(document.head().zone(), true);
    this.timelineLines = timelineLines;
  }

  /** The whole document. */
  public static List<Block> of(Document document) {
    return new Outline(document, true).all();
  }

  /** The whole document for a page, whose timeline tells more. */
  static List<Block> onPage(Document document) {
    return new Outline(document, TimelineLines.onPage(document.head().zone())).all();
  }

  /** The whole document; its times do not lead to the messages in Slack. */
  static List<Block> withoutPermalinks(Document document) {
    return new Outline(document, false).all();
  }

  /** What a section holds, without its heading; empty while nobody filled it. */
  public static List<Block> section(Document document, Document.Part part) {
    return new Outline(document, true).contents(part);
  }

  private List<Block> all() {
    List<Block> all = new ArrayList<>();
    all.add(new Block.Heading(1, Phrase.of(document.head().title())));
    all.add(Facts.listed(document));
    Document.Passed passed = document.passed();
    if (passed != null) {
      all.add(Phrase.emphasis(passed.sentence()));
    }
    for (Document.Part part : document.parts()) {
      all.add(new Block.Heading(2, Phrase.of(part.title())));
      List<Block> contents = contents(part);
      if (contents.isEmpty() && !part.prompt().isBlank()) {
        all.add(Phrase.emphasis(part.prompt()));
      }
      all.addAll(contents);
    }
    return all;
  }

  private List<Block> contents(Document.Part part) {
    List<Block> contents = new ArrayList<>(part.written());
    contents.addAll(ownLists(part));
    contents.addAll(filed(part));
    return contents;
  }

  private List<Block> ownLists(Document.Part part) {
    return switch (part.key()) {
      case "participants" -> Lists.participants(document);
      case "timeline" -> timeline();
      case "tasks" -> Lists.tasks(document);
      case "questions" -> Lists.questions(document);
      default -> List.of();
    };
  }

  private List<Block> filed(Document.Part part) {
    return switch (part.key()) {
      case "key_points" -> lines.dated(part.filed());
      case "details" -> Lists.details(part.filed());
      default -> lines.listed(part.filed(), document.head().started());
    };
  }

  private static String deleted(int count) {
    return count == 1
        ? "1 message was deleted by its author."
        : count + " messages were deleted by their authors.";
  }

  /** Whoever reads it must not take the rest for all that was said. */
  private String removed(Document.Removed removed) {
    String when = Moments.withZone(removed.at(), document.head().zone());
    return removed.messages() == 1
        ? "1 other message was kept for a time and removed at " + when + "."
        : removed.messages() + " other messages were kept for a time and removed at " + when + ".";
  }

  private List<Block> timeline() {
    List<Block> timeline = new ArrayList<>(timelineLines.dated(document.timeline()));
    if (document.deleted() > 0) {
      timeline.add(Phrase.emphasis(deleted(document.deleted())));
    }
    Document.Removed removed = document.removed();
    if (removed != null && removed.messages() > 0) {
      timeline.add(Phrase.emphasis(removed(removed)));
    }
    return timeline;
  }
}
