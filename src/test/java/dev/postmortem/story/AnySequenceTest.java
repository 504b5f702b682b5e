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
import dev.postmortem.rehearsal.ClickResult;
import dev.postmortem.rehearsal.CommandAnswer;
import dev.postmortem.rehearsal.Home;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Submission;
import dev.postmortem.workflow.Which;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * People do anything, in any order: commands, buttons on messages of any age, twice, by anybody,
 * windows filled with anything, sent at once or much later, time passing in between. Whatever it
 * was, it was answered, and what must always hold still holds. {@code -Dsequences=2000} does it for
 * as many war rooms. Each company of {@value #ROOMS} has a seed of its own, which a failure names:
 * {@code -Dseed=} with it does the same again.
 */
class AnySequenceTest extends Deeds {
  private static final int STEPS = 14;

  /** Whatever was said stays to be looked at, so a company that grew old is slow. */
  private static final int ROOMS = 24;

  private static final String OPEN_TITLE = "Checkout is down";
  private static final String PRIVATE_TITLE = "Breach of the vault";
  private static final List<String> COMMANDS =
      List.of(
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
          "list",
          "search down",
          "export md",
          "edit impact",
          "preview");

  private final Map<Long, Boolean> out = new HashMap<>();
  private final Map<Member, Integer> read = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private Random random;
  private long seed;
  private int steps;
  private int published;

  /** Nothing has to outlive the test, so nothing is written to the disk. */
  @Override
  Company opened(Company fresh) {
    return fresh.with("PM_DATABASE_URL", "jdbc:h2:mem:any-" + UUID.randomUUID());
  }

  @Test
  void whatever_people_do_is_answered_and_breaks_nothing() {
    long first = Long.getLong("seed", System.nanoTime());
    int sequences = Integer.getInteger("sequences", ROOMS);
    System.out.println("seed " + first + ", " + sequences + " sequences");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger("dev.postmortem");
    log.start();
    logger.addAppender(log);
    try {
      for (int done = 0; done < sequences; done += ROOMS) {
        seed = first + done / ROOMS;
        inACompany(done > 0, Math.min(ROOMS, sequences - done));
        assertThat(log.list)
            .as("seed " + seed)
            .noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.ERROR));
        log.list.clear();
      }
    } finally {
      logger.detachAppender(log);
    }
    assertThat(published).as("some got as far as being published").isPositive();
    System.out.println(steps + " steps, " + published + " published");
  }

  private void inACompany(boolean another, int rooms) {
    random = new Random(seed);
    if (another) {
      company.close();
      aCompanyWithAWarRoom();
    }
    out.clear();
    read.clear();
    asked.clear();
    for (int i = 0; i < rooms; i++) {
      room = i % 7 == 6 ? aPrivateRoom("inc-any-" + i) : company.warRoom("inc-any-" + i);
      begins(room.isPrivate() ? i % 4 : i % 5);
      for (int step = 0; step < STEPS; step++) {
        String did = step();
        steps++;
        holds(did);
      }
    }
    out.keySet().forEach(id -> isWhole(draft(id), "at the end"));
    published += (int) out.values().stream().filter(is -> is).count();
  }

  private Channel aPrivateRoom(String name) {
    Channel secret = company.slack.privateChannel(name, joe, jane, ada);
    secret.invite(company.slack.bot());
    return secret;
  }

  private String title() {
    return room.isPrivate() ? PRIVATE_TITLE : OPEN_TITLE;
  }

  /** How far it went before everybody does as he likes. */
  private void begins(int far) {
    List<Runnable> usual =
        List.of(
            () -> says(joe, "/pm start " + title()),
            () -> company.passes(Duration.ofMinutes(20)),
            () -> says(joe, "/pm resolve"),
            this::publishes);
    usual.subList(0, far).forEach(Runnable::run);
  }

  private String step() {
    Member who = one(List.of(joe, jane, ada, lin));
    String late = who.openModal().isPresent() ? who.name() + window(who) + "; " : "";
    String did =
        switch (random.nextInt(12)) {
          case 0, 1, 2, 3, 4 -> command(who);
          case 5, 6, 7 -> click(who);
          case 8 -> talk(who);
          case 9 -> home(who);
          default -> wait(Duration.ofMinutes(random.nextInt(30 * 60)));
        };
    boolean forgotten = random.nextInt(5) == 0;
    return late + did + (forgotten ? ", leaves it" : window(who));
  }

  private String command(Member who) {
    String words = one(COMMANDS);
    String command =
        "/pm " + (words.equals("start") && random.nextBoolean() ? words + " " + title() : words);
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
    List<String> later = message.options("Later");
    if (!later.isEmpty() && random.nextInt(3) == 0) {
      assertThat(message.choose(who, "Later", one(later)).failed()).as(at("later")).isFalse();
      company.settled();
      return who.name() + " puts it off";
    }
    String button = one(message.buttons());
    boolean isTwice = random.nextBoolean();
    assertThat(message.click(who, button).failed()).as(at("click on " + button)).isFalse();
    if (random.nextBoolean()) {
      company.settled();
    }
    if (isTwice) {
      assertThat(message.clickAgain(who, button).filter(ClickResult::failed))
          .as(at("second click on " + button))
          .isEmpty();
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

  private String home(Member who) {
    Home home = who.opensHome();
    company.settled();
    if (home.buttons().isEmpty()) {
      return who.name() + " looks at home";
    }
    String button = one(home.buttons());
    assertThat(home.click(button).failed()).as(at("click at home on " + button)).isFalse();
    company.settled();
    return who.name() + " clicks at home on " + button;
  }

  private String wait(Duration time) {
    company.passes(time);
    return "waits " + time;
  }

  /** A window that is open is used, closed, or sent with whatever stands in it. */
  private String window(Member who) {
    Optional<Modal> open = who.openModal();
    if (open.isEmpty()) {
      return "";
    }
    Modal modal = open.get();
    String title = modal.title();
    if (!modal.buttons().isEmpty() && random.nextInt(4) == 0) {
      String button = one(modal.buttons());
      assertThat(modal.click(button).failed()).as(at(button + " in " + title)).isFalse();
      company.settled();
      title += " with " + button;
    } else if (random.nextInt(4) > 0 && !modal.submitText().isEmpty()) {
      fills(modal);
      Submission sent = modal.submit();
      company.settled();
      assertThat(sent.problem()).as(at("sends " + title)).isEmpty();
      assertThat(sent.errors().toString()).as(at("sends " + title)).doesNotContain("went wrong");
    }
    who.openModal().ifPresent(Modal::closeAll);
    company.settled();
    return ", sends " + title;
  }

  private void fills(Modal modal) {
    for (String input : modal.inputs()) {
      String label = input.toLowerCase(Locale.ROOT);
      if (label.contains("reason")) {
        modal.fill(input, one(List.of("it has to be", " ")));
      } else if (label.contains("changed")) {
        modal.fill(input, "more is known");
      } else if (label.contains("private")) {
        modal.fill(input, one(List.of(room.name(), "yes")));
      } else if (label.equals("when") && random.nextBoolean()) {
        modal.pickDateTime(
            input, company.clock.instant().plus(Duration.ofHours(random.nextInt(500) - 20)));
      } else if (label.equals("who") && random.nextBoolean()) {
        modal.pickUser(input, one(List.of(joe, lin)), jane);
      }
    }
  }

  private void holds(String did) {
    List<Draft> drafts = drafts();
    drafts.stream()
        .filter(draft -> draft.room().channel().equals(room.id()))
        .forEach(draft -> isWhole(draft, did));
    assertThat(
            drafts.stream()
                .filter(draft -> draft.state().isCapturing())
                .map(draft -> draft.room().channel()))
        .as(at(did))
        .doesNotHaveDuplicates();
    assertThat(standing()).as(at(did)).allSatisfy(this::hasPeople);
    List.of(joe, jane, ada, lin).forEach(who -> isLeftInPeace(who, did));
    nothingWaits(drafts, did);
  }

  private List<Draft> drafts() {
    return company.bot().desk().store().read(records -> records.drafts().all());
  }

  private Draft draft(long id) {
    return company.bot().desk().find(Which.of(id)).orElseThrow();
  }

  private void isWhole(Draft draft, String did) {
    String about = at(did + ": " + draft.name());
    assertThat(draft.roles().clash()).as(about).isFalse();
    assertThat(draft.tasks().stream().map(Task::number)).as(about).doesNotHaveDuplicates();
    boolean isOut = draft.state() == State.PUBLISHED || draft.state() == State.CORRECTING;
    assertThat(isOut || !out.getOrDefault(draft.id(), false)).as(about).isTrue();
    out.put(draft.id(), isOut);
    assertThat(broadcasts(draft)).as(about).isEqualTo(isOut ? 1 : 0);
  }

  /**
   * What comes by itself comes on working days and in working hours, once a day for each thing; and
   * nobody hears by letter of a private war room that they are not in.
   */
  private void isLeftInPeace(Member who, String did) {
    List<Message> all = who.dm().sees();
    for (Message letter : all.subList(read.getOrDefault(who, 0), all.size())) {
      String raw = letter.rawText();
      String about = at(did + ": " + who.name() + " got " + raw);
      if (who.equals(lin)) {
        assertThat(letter.text()).as(about).doesNotContain("vault");
      }
      if (raw.contains("waits for you") || raw.startsWith("*Your tasks that are due")) {
        ZonedDateTime here = sent(letter).atZone(who.zone());
        assertThat(here.getHour()).as(about).isBetween(10, 16);
        assertThat(here.getDayOfWeek()).as(about).isLessThan(DayOfWeek.SATURDAY);
        String what = raw.startsWith("*Your") ? "tasks" : raw.substring(0, raw.indexOf(' '));
        assertThat(asked.add(who.name() + here.toLocalDate() + what)).as(about).isTrue();
      }
    }
    read.put(who, all.size());
  }

  /** Some letters come before the first step, or while time passes: their own time counts. */
  private static Instant sent(Message letter) {
    return Instant.ofEpochSecond(Long.parseLong(letter.ts().split("\\.", 2)[0]));
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
        .filter(message -> !message.isReply())
        .filter(message -> message.rawText().contains(draft.name() + ","))
        .count();
  }

  private String at(String what) {
    return "seed " + seed + ", step " + steps + " in " + room.name() + ", " + what;
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
