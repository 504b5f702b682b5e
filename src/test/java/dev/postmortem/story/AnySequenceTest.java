package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.CommandAnswer;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * People do anything, in any order: commands, buttons on messages of any age, twice, by anybody,
 * windows filled with anything, time passing in between. Whatever it was, it was answered, and what
 * must always hold still holds. {@code -Dsequences=2000} does it for as many war rooms, {@code
 * -Dseed=} again.
 */
class AnySequenceTest extends Deeds {
  private static final int STEPS = 14;
  private static final List<String> COMMANDS =
      List.of(
          "start Checkout is down",
          "start",
          "note 5m ago it is slow",
          "symptom a spinner",
          "hypothesis the pool is full",
          "remediation switched off",
          "impact all customers",
          "learned pools run dry",
          "task check the alert",
          "task @joe check the pool",
          "task @jane limit migrations by tomorrow",
          "task done 1",
          "task drop 1 no longer needed",
          "question why now?",
          "answer 1 a sale",
          "role moderator @jane",
          "role moderator @ada",
          "role notetaker @jane",
          "role owner @ada",
          "role owner @lin",
          "edit",
          "timeline",
          "status",
          "meeting",
          "meeting cancel",
          "publish",
          "publish",
          "correct",
          "resolve",
          "resolve",
          "reopen",
          "cancel a drill",
          "tasks",
          "questions",
          "preview");

  private final Map<Long, Boolean> out = new HashMap<>();
  private Random random;
  private long seed;
  private int steps;

  @Test
  void whatever_people_do_is_answered_and_breaks_nothing() {
    seed = Long.getLong("seed", System.nanoTime());
    random = new Random(seed);
    int sequences = Integer.getInteger("sequences", 12);
    System.out.println("seed " + seed + ", " + sequences + " sequences");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger("dev.postmortem");
    log.start();
    logger.addAppender(log);
    try {
      for (int i = 0; i < sequences; i++) {
        room = company.warRoom("inc-any-" + i);
        begins(i % 5);
        for (int step = 0; step < STEPS; step++) {
          String did = step();
          steps++;
          holds(did);
        }
      }
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .as("seed " + seed)
        .noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.ERROR));
    assertThat(out.values()).as("some got as far as being published").contains(true);
    System.out.println(steps + " steps, " + out.size() + " post-mortems");
  }

  /** How far it went before everybody does as he likes. */
  private void begins(int far) {
    List<Runnable> usual =
        List.of(
            this::anIncidentRuns,
            () -> company.passes(Duration.ofMinutes(20)),
            () -> says(joe, "/pm resolve"),
            this::publishes);
    usual.subList(0, far).forEach(Runnable::run);
  }

  private String step() {
    Member who = one(List.of(joe, jane, ada, lin));
    String did =
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3, 4 -> command(who);
          case 5, 6, 7 -> click(who);
          case 8 -> talk(who);
          default -> wait(Duration.ofMinutes(random.nextInt(30 * 60)));
        };
    return did + window(who);
  }

  private String command(Member who) {
    String command = "/pm " + one(COMMANDS);
    boolean member = room.memberIds().contains(who.id());
    Member typist = member ? who : joe;
    CommandAnswer answer = typist.in(room).types(command);
    company.settled();
    assertThat(answer.status()).as(at(command)).isEqualTo(200);
    assertThat(answer.isPresent() || typist.openModal().isPresent()).as(at(command)).isTrue();
    answer
        .all()
        .forEach(said -> assertThat(said.text()).as(at(command)).doesNotContain("went wrong"));
    return typist.name() + " " + command + (typist.equals(who) ? "" : window(typist));
  }

  /** Any button on any message that a person may see, however old, and now and then twice. */
  private String click(Member who) {
    List<Message> all = new ArrayList<>(who.dm().sees());
    for (Channel channel : List.of(room, company.broadcast)) {
      if (channel.memberIds().contains(who.id())) {
        all.addAll(channel.messages());
      }
    }
    List<Message> withButtons = all.stream().filter(one -> !one.buttons().isEmpty()).toList();
    if (withButtons.isEmpty()) {
      return "nothing to click";
    }
    Message message = one(withButtons);
    String button = one(message.buttons());
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times && message.buttons().contains(button); i++) {
      assertThat(message.click(who, button).failed()).as(at("click on " + button)).isFalse();
      if (random.nextBoolean()) {
        company.settled();
      }
    }
    company.settled();
    return who.name() + " clicks " + button;
  }

  private String talk(Member who) {
    if (!room.memberIds().contains(who.id())) {
      return "";
    }
    Message message = who.in(room).says("it is step " + steps);
    String emoji = one(List.of("pushpin", "clipboard", "grey_question", "boom", "wave"));
    who.in(room).reacts(emoji, message);
    if (random.nextInt(3) == 0) {
      message.delete();
    }
    company.settled();
    return who.name() + " talks, " + emoji;
  }

  private String wait(Duration time) {
    company.passes(time);
    return "waits " + time;
  }

  /** A window that is open is left alone, closed, or sent with whatever stands in it. */
  private String window(Member who) {
    Optional<Modal> open = who.openModal();
    if (open.isEmpty()) {
      return "";
    }
    Modal modal = open.get();
    String title = modal.title();
    if (random.nextInt(3) > 0 && !modal.submitText().isEmpty()) {
      modal.inputs().stream()
          .filter(input -> input.toLowerCase(Locale.ROOT).contains("reason"))
          .forEach(input -> modal.fill(input, one(List.of("it has to be", " "))));
      Submission sent = modal.submit();
      company.settled();
      assertThat(sent.problem()).as(at("sends " + title)).isEmpty();
      assertThat(sent.errors().toString()).as(at("sends " + title)).doesNotContain("went wrong");
    }
    who.openModal().ifPresent(Modal::closeAll);
    company.settled();
    return ", sends " + title;
  }

  private void holds(String did) {
    List<Draft> drafts =
        company.bot().desk().store().read(records -> records.drafts().all()).stream().toList();
    for (Draft draft : drafts) {
      String about = at(did + ": " + draft.name());
      assertThat(draft.roles().clash()).as(about).isFalse();
      assertThat(draft.tasks().stream().map(Task::number)).as(about).doesNotHaveDuplicates();
      boolean isOut = draft.state() == State.PUBLISHED || draft.state() == State.CORRECTING;
      assertThat(isOut || !out.getOrDefault(draft.id(), false)).as(about).isTrue();
      out.put(draft.id(), isOut);
      assertThat(broadcasts(draft)).as(about).isEqualTo(isOut ? 1 : 0);
    }
    assertThat(
            drafts.stream()
                .filter(draft -> draft.state().isCapturing())
                .map(draft -> draft.room().channel()))
        .as(at(did))
        .doesNotHaveDuplicates();
    assertThat(standing()).as(at(did)).allSatisfy(this::hasPeople);
    nothingWaits(drafts, did);
  }

  private List<Meeting> standing() {
    return company.bot().desk().store().read(records -> records.meetings().standing());
  }

  private void hasPeople(Meeting meeting) {
    assertThat(meeting.attendees()).isNotEmpty().doesNotHaveDuplicates();
  }

  /** Slack is well, so whatever had to be said is said. */
  private void nothingWaits(List<Draft> drafts, String did) {
    Optional<Outbox.Status> opening =
        drafts.isEmpty()
            ? Optional.empty()
            : company
                .bot()
                .desk()
                .store()
                .read(
                    records ->
                        records.outbox().status("opening/" + drafts.get(drafts.size() - 1).id()));
    opening.ifPresent(
        status -> assertThat(status.state()).as(at(did)).isEqualTo(Outbox.State.SENT));
  }

  private long broadcasts(Draft draft) {
    return company.broadcast.messages().stream()
        .filter(message -> !message.isReply() && message.text().contains(draft.name() + ","))
        .count();
  }

  private String at(String what) {
    return "seed " + seed + ", step " + steps + " in " + room.name() + ", " + what;
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
