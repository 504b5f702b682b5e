package dev.postmortem.slack.commands;

import dev.postmortem.draft.Section;
import dev.postmortem.slack.commands.Commands.Misused;
import dev.postmortem.slack.modals.Wordings;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.writing.WriteSection;

/** Adds to one section what is typed. */
final class SectionCommand implements Command {
  private final Section section;
  private final WriteSection writing;
  private final Wordings wordings;
  private final Refusals refusals;

  SectionCommand(Section section, Desk desk, WriteSection writing, Wordings wordings) {
    this.section = section;
    this.writing = writing;
    this.wordings = wordings;
    this.refusals = new Refusals(desk);
  }

  @Override
  public Usage usage() {
    return new Usage(
        section.word(),
        "TEXT",
        "adds to " + section.title(),
        section.word() + " " + Examples.of(section));
  }

  @Override
  public Answer run(Asked asked) {
    if (asked.isBare()) {
      throw new Misused("There is nothing to add to " + section.title() + " yet.");
    }
    return refusals.of(
        asked,
        usage(),
        writing.add(asked.which(), asked.place().user(), section, wordings.typed(asked.words())));
  }
}
