package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.State;
import dev.postmortem.rehearsal.CommandAnswer;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every command, typed in every state, works or refuses with a sentence. */
class EveryCommandInEveryStateTest extends Deeds {
  private static final List<String> COMMANDS =
      List.of(
          "",
          "help",
          "nonsense",
          "note it is slow",
          "note 25:99 it is slow",
          "observation errors",
          "symptom a spinner",
          "hypothesis the pool is full",
          "remediation switched off",
          "impact all customers",
          "key found it",
          "detail graphs",
          "well alerts came",
          "badly no runbook",
          "learned pools run dry",
          "link https://example.org/graph",
          "image https://example.org/graph.png",
          "task check the alert",
          "task @joe check the pool by 2026-12-01",
          "task done 1",
          "task drop 1 no longer needed",
          "task done 99",
          "tasks",
          "question why now?",
          "answer 1 a sale",
          "answer 99 nobody knows",
          "questions",
          "role moderator @jane",
          "role notetaker @jane",
          "role owner @ada",
          "role king @joe",
          "edit",
          "edit impact",
          "edit nothing",
          "timeline",
          "status",
          "meeting",
          "meeting cancel",
          "preview",
          "publish",
          "correct",
          "list",
          "search pool",
          "export md",
          "export pdf",
          "template",
          "resolve 2h ago",
          "resolve tomorrow",
          "start again",
          "start since 14:01 again");

  @ParameterizedTest
  @EnumSource(At.class)
  void each_command_works_or_says_why_not(At at) {
    at.isReached(this);
    List<String> silent = new ArrayList<>();
    for (String command : COMMANDS) {
      Optional<Modal> before = jane.openModal();
      CommandAnswer answer = jane.in(room).types("/pm " + command);
      company.settled();
      boolean opened = jane.openModal().isPresent() && !jane.openModal().equals(before);
      if (answer.status() != 200 || answer.timedOut() || !(answer.isPresent() || opened)) {
        silent.add(command);
      }
      assertThat(answer.all())
          .as("%s: /pm %s", at, command)
          .allSatisfy(
              said ->
                  assertThat(said.text())
                      .isNotBlank()
                      .doesNotContain("went wrong", "null", "Exception"));
      jane.openModal().ifPresent(Modal::closeAll);
    }
    assertThat(silent).as("without an answer when %s", at).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(At.class)
  void what_ends_or_reopens_it_works_or_says_why_not(At at) {
    at.isReached(this);
    Optional<State> before = state();
    for (String command : List.of("reopen", "resolve", "cancel", "cancel a drill", "reopen")) {
      String answer = says(jane, "/pm " + command);
      assertThat(answer).as("%s: /pm %s", at, command).doesNotContain("went wrong");
      assertThat(answer).isNotBlank();
      if (before.isPresent() && before.get() == State.PUBLISHED) {
        assertThat(state()).as("what is out stays out").contains(State.PUBLISHED);
      }
    }
  }

  /** Where a post-mortem may stand. */
  enum At {
    NONE {
      @Override
      void isReached(Deeds test) {}
    },
    OPEN {
      @Override
      void isReached(Deeds test) {
        test.anIncidentRuns();
        test.says(test.joe, "/pm task look at the pool");
        test.says(test.joe, "/pm question why now?");
        test.company.passes(Duration.ofMinutes(30));
      }
    },
    RESOLVED {
      @Override
      void isReached(Deeds test) {
        OPEN.isReached(test);
        test.says(test.joe, "/pm resolve");
      }
    },
    PUBLISHED {
      @Override
      void isReached(Deeds test) {
        RESOLVED.isReached(test);
        test.publishes();
      }
    },
    CORRECTING {
      @Override
      void isReached(Deeds test) {
        PUBLISHED.isReached(test);
        test.joe.in(test.room).types("/pm correct");
        test.company.settled();
      }
    },
    CANCELLED {
      @Override
      void isReached(Deeds test) {
        OPEN.isReached(test);
        test.says(test.joe, "/pm cancel a drill");
      }
    };

    abstract void isReached(Deeds test);
  }
}
