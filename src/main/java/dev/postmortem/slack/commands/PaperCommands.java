package dev.postmortem.slack.commands;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Section;
import dev.postmortem.slack.commands.Commands.Misused;
import dev.postmortem.slack.outbound.Papers;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.publish.Form;
import java.util.List;
import java.util.stream.Collectors;

/** The commands that hand out the document. */
final class PaperCommands {
  private static final Usage PREVIEW =
      new Usage(
          "preview",
          "",
          "sends you the document as it would be published, as a message and a file",
          "preview");
  private static final Usage EXPORT =
      new Usage("export", "md|html|json", "sends you the document as a file", "export md");
  private static final Usage TEMPLATE =
      new Usage("template", "", "shows the empty template", "template");

  private final Desk desk;
  private final Papers papers;
  private final Refusals refusals;

  PaperCommands(Desk desk, Papers papers) {
    this.desk = desk;
    this.papers = papers;
    this.refusals = new Refusals(desk);
  }

  List<Command> all() {
    return List.of(
        new Simple(
            PREVIEW, asked -> refusals.with(asked, PREVIEW, d -> papers.preview(d, asked.reply()))),
        new Simple(EXPORT, asked -> refusals.with(asked, EXPORT, draft -> export(asked, draft))),
        new Simple(TEMPLATE, asked -> template()));
  }

  private Answer export(Asked asked, Draft draft) {
    Form form =
        Form.named(Typed.first(asked.words()))
            .orElseThrow(() -> new Misused("I can write it as md, html or json."));
    return papers.export(draft, form, asked.reply());
  }

  private Answer template() {
    return Answer.markup(
        "*The sections of a post-mortem*\n"
            + desk.template().sections().stream()
                .map(PaperCommands::line)
                .collect(Collectors.joining("\n")));
  }

  private static String line(Section section) {
    return "*"
        + Kit.escape(section.title())
        + "*"
        + (section.required() ? " (needed to publish)" : "")
        + (section.prompt().isEmpty() ? "" : " – _" + Kit.escape(section.prompt()) + "_");
  }
}
