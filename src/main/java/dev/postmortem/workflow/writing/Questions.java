package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Remark;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import java.util.List;
import java.util.Optional;

/** Keeps what nobody knows yet, and the answers with who gave them. */
public final class Questions {
  private final Desk desk;

  public Questions(Desk desk) {
    this.desk = desk;
  }

  /** Asks. */
  public Outcome ask(Which which, String by, Words words) {
    return desk.change(
        which,
        (records, draft) -> {
          int number = nextNumber(draft);
          records
              .drafts()
              .save(
                  draft.id(),
                  new Question(number, words.raw(), words.plain(), by, List.of(), null));
          return new Done(
              draft,
              "Question "
                  + number
                  + " is noted. "
                  + desk.cmd("answer " + number + " TEXT")
                  + " answers it.");
        });
  }

  /** Answers; a question may have several answers. */
  public Outcome answer(Which which, String by, int number, Words words) {
    return desk.change(
        which,
        (records, draft) -> {
          Optional<Question> question = draft.question(number);
          if (question.isEmpty()) {
            return new Refused(
                draft.name()
                    + " has no question "
                    + number
                    + ". "
                    + desk.cmd("questions")
                    + " lists them.");
          }
          Remark answer = new Remark(words.raw(), words.plain(), by, desk.now());
          records.drafts().save(draft.id(), question.get().answered(answer));
          return new Done(draft, "The answer to question " + number + " is noted.");
        });
  }

  private static int nextNumber(Draft draft) {
    return 1 + draft.questions().stream().mapToInt(Question::number).max().orElse(0);
  }
}
