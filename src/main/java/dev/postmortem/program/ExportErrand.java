package dev.postmortem.program;

import dev.postmortem.console.Answer;
import dev.postmortem.console.Errand;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.publish.ComposeDocument;
import dev.postmortem.workflow.publish.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Writes stored post-mortems as files: in a form, one of them or all. */
final class ExportErrand implements Errand {
  static final String WORD = "export";
  static final String ALL = "all";
  private final Desk desk;

  ExportErrand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public int run(List<String> arguments, Answer answer) throws IOException {
    Form form = Form.valueOf(arguments.get(0));
    String name = arguments.get(1);
    List<Draft> drafts =
        desk.store().read(records -> records.drafts().all()).stream()
            .filter(draft -> name.equals(ALL) || draft.name().equals(name))
            .toList();
    if (drafts.isEmpty() && !name.equals(ALL)) {
      answer.refuse("There is no post-mortem " + name + ".");
      return Exit.REFUSED;
    }
    ComposeDocument compose = new ComposeDocument(desk, new SlackWording());
    for (Draft draft : drafts) {
      byte[] document = compose.write(draft, form);
      String file = draft.name().toLowerCase(Locale.ROOT) + "." + form.extension();
      try (OutputStream out = answer.file(file)) {
        out.write(document);
      }
    }
    return Exit.DONE;
  }
}
