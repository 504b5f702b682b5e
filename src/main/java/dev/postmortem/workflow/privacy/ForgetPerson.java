package dev.postmortem.workflow.privacy;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.privacy.Forgetting.Whom;
import dev.postmortem.draft.privacy.Pseudonym;
import dev.postmortem.draft.privacy.Tally;
import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.broadcast.Broadcast;
import dev.postmortem.workflow.incident.Board;
import dev.postmortem.workflow.incident.KeepShelf;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a person out of everything that is kept, and says what was found. Each post-mortem is a
 * piece of work of its own; when it is ended halfway, doing it again completes it. From the first
 * moment on, what is heard of the person is kept under the pseudonym, also by other bots.
 */
public final class ForgetPerson {
  private static final Logger LOG = LoggerFactory.getLogger(ForgetPerson.class);
  private static final String ID = "[UW][A-Z0-9]{2,30}";

  /** What was written while somebody else was on the way is found when one looks again. */
  private static final int ROUNDS = 5;

  private final Desk desk;
  private final PrintWriter out;

  /** Reports in plain text. */
  public ForgetPerson(Desk desk, PrintWriter out) {
    this.desk = desk;
    this.out = out;
  }

  /** Whom somebody means, or why that cannot be said. */
  public sealed interface Meant {
    /**
     * One person.
     *
     * @param also other names and addresses by which they may be found in what others typed
     */
    record One(String id, String name, Set<String> also) implements Meant {}

    /** Nobody, or several. */
    record Refused(String why) implements Meant {}
  }

  /**
   * Finds the person.
   *
   * @param user an id of Slack's, or a name
   * @param also what else is to be taken for their name
   */
  public Meant find(String user, Collection<String> also) {
    String typed = user.strip().replaceAll("^<@|[|>].*$", "");
    if (typed.matches(ID)) {
      return meant(typed, also);
    }
    List<Person> all = desk.store().read(records -> records.forgetting().named(typed));
    if (all.size() == 1) {
      return meant(all.get(0).id(), also);
    }
    return new Meant.Refused(
        all.isEmpty()
            ? "Nobody is known as “" + typed + "”. Give the id, which begins with U or W."
            : all.size()
                + " people are known as “"
                + typed
                + "”. Give the id of one:\n"
                + listed(all));
  }

  private static String listed(List<Person> all) {
    return all.stream()
        .map(one -> one.id() + " " + one.name() + (one.role().isBlank() ? "" : ", " + one.role()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private Meant meant(String id, Collection<String> also) {
    if (Pseudonym.isOne(id)) {
      return new Meant.Refused(id + " stands for somebody who is forgotten already.");
    }
    String name =
        desk.store().read(records -> records.people().find(id)).map(Person::name).orElse("");
    return new Meant.One(id, name, Set.copyOf(also));
  }

  /** Says what would be found; nothing is changed. */
  public void preview(Meant.One one) {
    Whom whom = whom(one, desk.store().read(records -> records.forgetting().foreseen(one.id())));
    ForgetReport report = new ForgetReport(out, desk, one, whom, true);
    report.begin();
    for (long incident : desk.store().read(records -> records.forgetting().incidents(whom))) {
      report.found(incident, desk.store().read(records -> tally(records, incident, whom)));
    }
    report.elsewhere(
        desk.store().read(records -> records.forgetting().forgetElsewhere(whom, true)));
    report.end(parts(one));
  }

  private Tally tally(Records records, long incident, Whom whom) {
    return records.forgetting().forget(incident, whom, true, desk.now());
  }

  /** Forgets, and says what was found and what is left to do. */
  public void forget(Meant.One one) {
    Whom whom =
        whom(one, desk.store().write(records -> records.forgetting().begin(one.id(), desk.now())));
    LOG.info("forgetting somebody, from now on {}", whom.pseudonym().id());
    ForgetReport report = new ForgetReport(out, desk, one, whom, false);
    report.begin();
    Set<Long> seen = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Long> found = desk.store().read(records -> records.forgetting().incidents(whom));
      for (long incident : found) {
        report.before(incident, seen.add(incident));
        report.found(incident, desk.store().write(records -> forget(records, incident, whom)));
      }
      if (found.isEmpty()) {
        break;
      }
    }
    report.elsewhere(desk.store().write(records -> elsewhere(records, whom)));
    KeepShelf.all(desk.store());
    report.end(parts(one));
    LOG.info("forgot somebody, in {} post-mortems", seen.size());
  }

  private Tally elsewhere(Records records, Whom whom) {
    Tally tally = records.forgetting().forgetElsewhere(whom, false);
    records.forgetting().finish(whom.id(), desk.now());
    return tally;
  }

  private Tally forget(Records records, long incident, Whom whom) {
    Optional<Draft> draft = records.drafts().forChange(incident);
    Tally tally = records.forgetting().forget(incident, whom, false, desk.now());
    if (draft.isPresent() && !tally.isEmpty()) {
      Draft now = records.drafts().find(incident).orElseThrow();
      Broadcast.wordsChanged(records, now, desk.now());
      if (has(draft.get().roles(), whom.id())) {
        Board.refresh(records, now, desk.now());
      }
    }
    return tally;
  }

  static boolean has(Roles roles, String id) {
    return id.equals(roles.owner()) || id.equals(roles.moderator()) || id.equals(roles.noteTaker());
  }

  /** A name of one word is too easily another word: it is only looked for, unless it was given. */
  private Whom whom(Meant.One one, Pseudonym pseudonym) {
    Set<String> names =
        new HashSet<>(desk.store().read(records -> records.forgetting().otherNames(one.id())));
    names.add(one.name());
    names.removeIf(name -> !name.strip().contains(" ") || name.equals(pseudonym.name()));
    names.addAll(one.also());
    names.removeIf(String::isBlank);
    return new Whom(one.id(), pseudonym, names);
  }

  /** The words of the name, by which others may have called the person. */
  private static Set<String> parts(Meant.One one) {
    return List.of(one.name().strip().split("\\s+", -1)).stream()
        .filter(word -> word.length() > 2 && !word.equals(one.id()))
        .collect(Collectors.toSet());
  }
}
