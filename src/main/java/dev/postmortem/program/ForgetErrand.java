package dev.postmortem.program;

import dev.postmortem.console.Answer;
import dev.postmortem.console.Errand;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.privacy.ForgetPerson;
import dev.postmortem.workflow.privacy.ForgetPerson.Meant;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Takes a person out of everything that is kept, or only says what would be changed. */
final class ForgetErrand implements Errand {
  static final String WORD = "forget";

  /** Changes nothing. */
  static final String PREVIEW = "preview";

  /** Changes what can be changed, for ever. */
  static final String DO = "do";

  private final Desk desk;

  ForgetErrand(Desk desk) {
    this.desk = desk;
  }

  /**
   * @param arguments preview or do, whom, and by which other names
   */
  @Override
  public int run(List<String> arguments, Answer answer) throws IOException {
    StringWriter report = new StringWriter();
    ForgetPerson forget = new ForgetPerson(desk, new PrintWriter(report, true));
    Meant meant = forget.find(arguments.get(1), arguments.subList(2, arguments.size()));
    if (meant instanceof Meant.Refused refused) {
      answer.refuse(refused.why());
      return Exit.REFUSED;
    }
    if (arguments.get(0).equals(DO)) {
      forget.forget((Meant.One) meant);
    } else {
      forget.preview((Meant.One) meant);
    }
    answer.say(report.toString().stripTrailing());
    return Exit.DONE;
  }
}
