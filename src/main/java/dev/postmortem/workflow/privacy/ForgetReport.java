package dev.postmortem.workflow.privacy;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.privacy.Forgetting.Whom;
import dev.postmortem.draft.privacy.Tally;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.broadcast.Broadcast;
import dev.postmortem.workflow.privacy.ForgetPerson.Meant;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what was found of a person, what was done with it, and what only people can do. */
final class ForgetReport {
  /** What the rows of a table are to a reader; another table is called by its own name. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("entry", "messages and notes"),
          Map.entry("entry_revision", "earlier forms of messages"),
          Map.entry("amendment", "changed entries"),
          Map.entry("mark", "marks"),
          Map.entry("incident", "roles or title"),
          Map.entry("remark", "written parts of sections"),
          Map.entry("task", "tasks"),
          Map.entry("question", "questions"),
          Map.entry("answer", "answers"),
          Map.entry("participant", "participations"),
          Map.entry("attendee", "invitations to the meeting"),
          Map.entry("meeting_read", "readings of the draft"),
          Map.entry("readership", "readings of the document"),
          Map.entry("chronicle", "lines of the history"),
          Map.entry("waiver", "reasons"),
          Map.entry("handover", "hand-overs"),
          Map.entry("letter", "letters"),
          Map.entry("unsaved", "unsaved words"),
          Map.entry("posting", "places of letters"),
          Map.entry("person", "the profile"),
          Map.entry("shelf_voice", "lines of the search index"));

  private final PrintWriter out;
  private final Desk desk;
  private final Whom whom;
  private final Meant.One one;
  private final boolean dry;
  private final Map<Long, Tally> tallies = new TreeMap<>();
  private final List<String> duties = new ArrayList<>();
  private Tally rest = new Tally(Map.of(), 0, 0, 0);

  ForgetReport(PrintWriter out, Desk desk, Meant.One one, Whom whom, boolean dry) {
    this.out = out;
    this.desk = desk;
    this.one = one;
    this.whom = whom;
    this.dry = dry;
  }

  void begin() {
    String name = one.name().isBlank() ? "" : " (" + one.name() + ")";
    out.println(
        dry
            ? one.id()
                + name
                + " would become “"
                + whom.pseudonym().name()
                + "”. Nothing is changed."
            : one.id() + name + " becomes “" + whom.pseudonym().name() + "”.");
    out.println(
        whom.names().isEmpty()
            ? "No name is replaced in what people typed."
            : "Replaced in what people typed: "
                + whom.names().stream().sorted().collect(Collectors.joining(", ")));
    out.println();
    out.println("Found:");
  }

  /** Looks which duties the person has, while that can be seen. */
  void before(long incident, boolean first) {
    if (first) {
      desk.store().read(records -> records.drafts().find(incident)).ifPresent(this::duties);
    }
  }

  private void duties(Draft draft) {
    boolean over = draft.state() == State.PUBLISHED || draft.state() == State.CANCELLED;
    if (!over && ForgetPerson.has(draft.roles(), whom.id())) {
      duties.add(
          draft.name()
              + " is not finished and loses one of its roles: "
              + desk.cmd("role owner|moderator|notetaker @USER")
              + " in #"
              + draft.room().name()
              + " names another.");
    }
    String tasks =
        draft.tasks().stream()
            .filter(task -> task.state() == Task.State.OPEN && whom.id().equals(task.owner()))
            .map(task -> "" + task.number())
            .collect(Collectors.joining(", "));
    if (draft.state() != State.CANCELLED && !tasks.isEmpty()) {
      duties.add(
          draft.name() + ": open tasks without anybody who is asked about them: " + tasks + ".");
    }
  }

  void found(long incident, Tally tally) {
    if (dry) {
      before(incident, true);
    }
    if (!tally.isEmpty()) {
      tallies.merge(incident, tally, Tally::plus);
      out.println("  PM-" + incident + ": " + words(tally));
    }
  }

  void elsewhere(Tally tally) {
    rest = tally;
    if (!tally.isEmpty()) {
      out.println("  elsewhere: " + words(tally));
    } else if (tallies.isEmpty()) {
      out.println("  nothing.");
    }
  }

  private static String words(Tally tally) {
    List<String> words = new ArrayList<>();
    new TreeMap<>(tally.rows())
        .forEach((table, rows) -> words.add(WORDS.getOrDefault(table, table) + ": " + rows));
    if (tally.named() > 0) {
      words.add("named by others: " + tally.named());
    }
    if (tally.givenUp() > 0) {
      words.add("letters that are not sent any more: " + tally.givenUp());
    }
    return String.join(", ", words);
  }

  /**
   * What follows from it.
   *
   * @param parts of the name, which may mean the person where others typed them
   */
  void end(Set<String> parts) {
    posted();
    section("Cannot be called back:", mailed());
    section("Stays:", pictures());
    section("Look there yourself, as part of the name stands in what people typed:", like(parts));
    section("To do:", duties);
    out.println();
    out.println(
        "Messages in Slack itself, backups, exported files, logs, settings and what was mailed are"
            + " not changed by this. After restoring an older backup, forget again.");
    out.println(dry ? "Nothing was changed." : done());
    out.flush();
  }

  private String done() {
    return tallies.isEmpty() && rest.isEmpty()
        ? "Nothing was left to be changed."
        : "Done. " + one.id() + " is kept under the pseudonym when it is heard again.";
  }

  private void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println(title);
      lines.forEach(line -> out.println("  " + line));
    }
  }

  private void posted() {
    List<String> lines = new ArrayList<>();
    for (Draft draft : drafts()) {
      if (draft.state() == State.PUBLISHED && isPosted(draft)) {
        lines.add(draft.name() + " follows within minutes while the bot runs.");
      } else if (draft.state() == State.CORRECTING) {
        lines.add(draft.name() + " is being corrected and follows when it is published again.");
      }
    }
    section("Posted documents:", lines);
  }

  private boolean isPosted(Draft draft) {
    return desk.store()
        .read(records -> records.outbox().status(Broadcast.posted(draft.id())))
        .isPresent();
  }

  private List<Draft> drafts() {
    return tallies.keySet().stream()
        .map(id -> desk.store().read(records -> records.drafts().find(id)))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<String> mailed() {
    return tallies.keySet().stream()
        .flatMap(id -> desk.store().read(records -> mailed(records, id)).stream())
        .toList();
  }

  private static List<String> mailed(Records records, long incident) {
    return records.outbox().of(incident, Set.of(Letter.Kind.MAIL)).stream()
        .filter(letter -> letter.state() == Outbox.State.SENT)
        .map(letter -> "PM-" + incident + " was mailed to " + letter.letter().place() + ".")
        .distinct()
        .toList();
  }

  private List<String> pictures() {
    return tallies.entrySet().stream()
        .filter(found -> found.getValue().pictures() > 0)
        .map(
            found ->
                "PM-"
                    + found.getKey()
                    + ": pictures that the person shared: "
                    + found.getValue().pictures())
        .toList();
  }

  private List<String> like(Set<String> parts) {
    Map<Long, Integer> found = desk.store().read(records -> records.forgetting().wordsLike(parts));
    String words = parts.stream().sorted().collect(Collectors.joining(" or "));
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(pm -> "PM-" + pm.getKey() + ": " + words + ", " + times(pm.getValue()))
        .toList();
  }

  private static String times(int number) {
    return number + (number == 1 ? " time" : " times");
  }
}
