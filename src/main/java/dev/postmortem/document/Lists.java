package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The document's own lists: who took part, who knew what, what is to be done, what is asked. */
final class Lists {
  private Lists() {}

  static List<Block> participants(Document document) {
    return bullets(
        document.participants(), member -> List.of(Phrase.paragraph(member.nameAndRole())));
  }

  static List<Block> details(List<Document.Line> lines) {
    return bullets(lines, line -> said(line.author(), line.words()));
  }

  static List<Block> tasks(Document document) {
    return bullets(document.tasks(), Lists::task);
  }

  static List<Block> questions(Document document) {
    return bullets(document.questions(), Lists::question);
  }

  private static List<Block> task(Document.TaskLine task) {
    String owner = task.owner() == null ? "unassigned" : task.owner().nameAndRole();
    String due = task.due() == null ? "" : ", due " + task.due();
    String reason = task.reason().isBlank() ? "" : ": " + task.reason();
    List<Block> words = Phrase.before(Phrase.of("Task " + task.number() + ": "), task.words());
    return Phrase.after(words, "– " + owner + due + ", " + task.state() + reason);
  }

  private static List<Block> question(Document.QuestionLine question) {
    List<Inline> opening = Phrase.of("Question " + question.number() + ": ");
    List<Block> asked =
        Phrase.after(
            Phrase.before(opening, question.words()),
            "– asked by " + question.asker().nameAndRole());
    List<Block> all = new ArrayList<>(asked);
    if (question.answers().isEmpty()) {
      all.add(Phrase.emphasis("Not answered yet."));
    }
    all.addAll(bullets(question.answers(), answer -> said(answer.by(), answer.words())));
    return all;
  }

  private static List<Block> said(Document.Member by, List<Block> words) {
    return Phrase.before(Phrase.of(by.nameAndRole() + ": "), words);
  }

  private static <T> List<Block> bullets(List<T> things, Function<T, List<Block>> item) {
    return things.isEmpty() ? List.of() : List.of(new Block.Bullets(Drawn.from(things, item)));
  }
}
