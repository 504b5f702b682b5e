package dev.postmortem.draft;

import dev.postmortem.timeline.MessageKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something nobody knew, and what was answered.
 *
 * @param number counts from 1 within the post-mortem; people type it
 * @param asker a user id
 */
public record Question(
    int number,
    String raw,
    String plain,
    String asker,
    List<Remark> answers,
    @Nullable MessageKey source) {
  public Question {
    answers = List.copyOf(answers);
  }

  /** The question with one more answer. */
  public Question answered(Remark answer) {
    List<Remark> all = new ArrayList<>(answers);
    all.add(answer);
    return new Question(number, raw, plain, asker, all, source);
  }
}
