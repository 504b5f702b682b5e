package dev.postmortem.story;

import static dev.postmortem.story.Gates.allTheSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.Wiring;
import dev.postmortem.cluster.Balancer;
import dev.postmortem.cluster.Balancer.Answer;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.State;
import dev.postmortem.faults.Outgoing;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.UserGroup;
import dev.postmortem.storage.Postgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bots on one database, behind a balancer that knows nothing of Slack. */
class TwoReplicasTest {
  @TempDir private Path data;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private Company company;
  private Member joe;
  private Member jane;
  private Channel room;
  private Wiring other;
  private Balancer balancer;

  @BeforeEach
  void two_bots_and_a_balancer() throws Exception {
    System.out.println("seed " + seed);
    company = Company.in(data).with("PM_DATABASE_URL", Postgres.database());
    joe = company.joe;
    jane = company.jane;
    UserGroup leads = company.slack.userGroup("leads", "Leads", company.lin);
    company.with("PM_STAKEHOLDERS", leads.id()).started();
    other = company.another();
    room = company.warRoom("inc-42");
    balancer = new Balancer(List.of(company.bot().port(), other.port()), new Random(seed));
    heardBy(balancer.requestUrl());
  }

  @AfterEach
  void the_company_closes() {
    balancer.close();
    other.close();
    company.close();
  }

  private void heardBy(URI requestUrl) {
    company.slack.disconnect();
    company.slack.connect(requestUrl);
  }

  private static URI of(Wiring bot) {
    return URI.create("http://127.0.0.1:" + bot.port() + "/slack/events");
  }

  private void atRest() {
    try {
      company.settled();
      assertThat(other.settle(Duration.ofSeconds(20))).isTrue();
      company.settled();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private String says(Member who, String words) {
    String answer = who.in(room).types(words).text();
    atRest();
    return answer;
  }

  private Modal opens(Member who, String command) {
    who.in(room).types(command);
    atRest();
    return who.modal();
  }

  private List<Draft> drafts() {
    return other.desk().store().read(records -> records.drafts().all());
  }

  private Draft draft() {
    return drafts().get(drafts().size() - 1);
  }

  private List<String> timeline(Wiring bot) {
    return bot.desk().store().read(records -> records.timelines().of(draft().id())).stream()
        .map(entry -> entry.message().plain())
        .toList();
  }

  /** What whoever did it answered, not whoever came too late. */
  private static Answer ofWhoDidIt(List<Answer> answers) {
    return answers.stream()
        .filter(answer -> answer.status() == 200)
        .filter(answer -> !answer.body().contains("reached me twice"))
        .filter(answer -> !answer.body().contains("being saved already"))
        .findFirst()
        .orElse(answers.get(0));
  }

  @Test
  void what_is_said_through_the_one_is_captured_right_after_the_start_on_the_other() {
    says(joe, "/pm status");
    for (int round = 1; round <= 3; round++) {
      room = company.warRoom("inc-" + round);
      Wiring starts = round % 2 == 0 ? other : company.bot();
      heardBy(of(starts));
      assertThat(joe.in(room).types("/pm start Checkout is down").status()).isEqualTo(200);
      heardBy(of(starts == other ? company.bot() : other));
      jane.in(room).says("it is the queue, " + round);
      atRest();

      assertThat(timeline(other)).containsOnlyOnce("it is the queue, " + round);
      assertThat(timeline(company.bot())).isEqualTo(timeline(other));
    }
  }

  @Test
  void whatever_reaches_both_at_the_same_moment_is_done_once() {
    says(joe, "/pm status");
    balancer.doubling(TwoReplicasTest::ofWhoDidIt);

    assertThat(says(joe, "/pm start Checkout is down")).contains("is open");
    jane.in(room).says("it is the queue");
    jane.in(room).says("@postmortem note rolled back");
    jane.in(room).says("@postmortem task Write the runbook");
    atRest();
    says(joe, "/pm task Add an alert");
    says(joe, "/pm question Why now?");
    opens(joe, "/pm edit tasks").fill("One more task", "Ask the vendor").submit();
    atRest();
    joe.openModal().ifPresent(Modal::closeAll);
    opens(joe, "/pm edit tasks")
        .fill("One more task", "Ask them again")
        .choose("Go to", "Tasks and questions");
    atRest();
    joe.openModal().ifPresent(Modal::closeAll);
    atRest();
    joe.openModal().ifPresent(Modal::closeAll);
    atRest();

    assertThat(drafts()).hasSize(1);
    assertThat(draft().tasks()).hasSize(4);
    assertThat(draft().questions()).hasSize(1);
    assertThat(timeline(other)).containsOnlyOnce("it is the queue", "rolled back");

    says(joe, "/pm resolve");
    opens(joe, "/pm meeting").submit();
    atRest();
    joe.openModal().ifPresent(Modal::closeAll);
    for (String word : List.of("symptom", "hypothesis", "remediation", "impact", "learned")) {
      says(joe, "/pm " + word + " the " + word);
    }
    allTheSame(opens(joe, "/pm publish")).submit();
    atRest();

    assertThat(draft().state()).isEqualTo(State.PUBLISHED);
    assertThat(draft().body("impact").remarks()).hasSize(1);
    Outgoing sent = new Outgoing(company.slack);
    assertThat(sent.twice()).isEmpty();
    assertThat(sent.kinds()).containsEntry("opening", 1).containsKey("broadcast");
  }

  @Test
  void of_two_people_who_do_the_same_at_once_one_comes_first() throws Exception {
    says(joe, "/pm status");
    says(jane, "/pm status");
    for (int round = 1; round <= 4; round++) {
      room = company.warRoom("inc-" + round);
      together(
          () -> joe.in(room).types("/pm start Down"), () -> jane.in(room).types("/pm start Down"));
      assertThat(drafts()).hasSize(round);
      together(() -> joe.in(room).types("/pm resolve"), () -> jane.in(room).types("/pm resolve"));
      for (String word : List.of("symptom", "hypothesis", "remediation", "impact", "learned")) {
        says(joe, "/pm " + word + " the " + word);
      }
      Modal his = allTheSame(opens(joe, "/pm publish"));
      Modal hers = allTheSame(opens(jane, "/pm publish"));
      together(his::submit, hers::submit);

      assertThat(draft().state()).isEqualTo(State.PUBLISHED);
      joe.openModal().ifPresent(Modal::closeAll);
      jane.openModal().ifPresent(Modal::closeAll);
    }
    Outgoing sent = new Outgoing(company.slack);
    assertThat(sent.twice()).isEmpty();
    assertThat(sent.kinds()).containsEntry("opening", 4);
    assertThat(room.messages())
        .filteredOn(message -> message.text().contains("is resolved after"))
        .hasSize(1);
  }

  private void together(Runnable one, Runnable two) throws Exception {
    CyclicBarrier gate = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both = new ArrayList<>();
      for (Runnable work : List.of(one, two)) {
        both.add(
            threads.submit(
                () -> {
                  gate.await();
                  work.run();
                  return work;
                }));
      }
      for (Future<?> each : both) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    atRest();
  }

  @Test
  void what_one_of_them_learned_of_a_group_both_know() throws Exception {
    says(joe, "/pm start Checkout is down");
    company.slack.withdrawScope("usergroups:read");
    other.close();
    other = company.another();
    heardBy(of(other));
    atRest();

    assertThat(opens(joe, "/pm meeting").text()).contains("Lin Chen");
  }

  @Test
  void a_mention_that_comes_again_after_its_process_died_under_way_is_done_after_all() {
    says(joe, "/pm start Checkout is down");
    company.slack.deliveries().hold();
    String ts = jane.in(room).says("@postmortem task Write the runbook").ts();
    String request = "typed/" + company.slack.teamId() + "/" + room.id() + "/" + jane.id();
    other
        .desk()
        .store()
        .change(records -> records.requests().begin(request + "/" + ts, company.clock.instant()));
    company.slack.deliveries().release();
    atRest();
    assertThat(draft().tasks()).isEmpty();

    company.passes(Duration.ofMinutes(1));
    atRest();
    assertThat(draft().tasks()).hasSize(1);
    company.slack.deliveries().again("app_mention");
    atRest();
    assertThat(draft().tasks()).hasSize(1);
  }
}
