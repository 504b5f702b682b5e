package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Section;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import java.util.ArrayList;
import java.util.List;

/**
 * How the sections are spread over the pages of the edit modal, so that no page asks for more than
 * a screen can hold.
 */
final class Pages {
  private static final int FIELDS = 4;
  private final List<Page> pages = new ArrayList<>();

  Pages(List<Section> sections) {
    pages.add(new Page("headline", "Title, severity and times", List.of()));
    List<Section> texts = sections.stream().filter(Section::takesText).toList();
    for (int i = 0; i < texts.size(); i += FIELDS) {
      List<Section> some = texts.subList(i, Math.min(i + FIELDS, texts.size()));
      pages.add(new Page("texts" + i, title(some), some));
    }
    pages.add(new Page("people", "Participants and roles", List.of()));
    pages.add(new Page("work", "Tasks and questions", List.of()));
    pages.add(new Page("timeline", "Timeline", List.of()));
  }

  private static String title(List<Section> sections) {
    return sections.get(0).title()
        + (sections.size() > 1 ? " – " + sections.get(sections.size() - 1).title() : "");
  }

  /** The menu that turns the page, with this page chosen. */
  ObjectNode menu(Page page, String action) {
    List<Inputs.Choice> choices =
        pages.stream().map(p -> new Inputs.Choice(p.name(), p.title())).toList();
    ObjectNode select = Inputs.select(choices, page.name(), "Go to");
    return Kit.actions("turn", select.put("action_id", action));
  }

  /** The page with this name, the first texts if there is none. */
  Page page(String name) {
    return pages.stream().filter(p -> p.name().equals(name)).findFirst().orElse(pages.get(1));
  }

  /** The page on which a section is filled in. */
  Page of(Section section) {
    return switch (section.key()) {
      case "participants" -> page("people");
      case "tasks", "questions" -> page("work");
      case "timeline" -> page("timeline");
      default ->
          pages.stream()
              .filter(p -> p.sections().contains(section))
              .findFirst()
              .orElse(pages.get(1));
    };
  }

  /**
   * One page.
   *
   * @param sections those whose text is filled in on it
   */
  record Page(String name, String title, List<Section> sections) {}
}
