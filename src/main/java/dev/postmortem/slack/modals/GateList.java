package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Gap;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Task;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.slack.views.Kit;
import java.util.ArrayList;
import java.util.List;

/** What stands between a draft and its readers, each with a button to do it. */
final class GateList {
  private static final int SHOWN = 25;
  private static final int LONGEST = 200;
  private final Draft draft;
  private final List<JsonNode> blocks = new ArrayList<>();

  private GateList(Draft draft) {
    this.draft = draft;
  }

  static List<JsonNode> of(Draft draft, List<Gap> gaps) {
    GateList list = new GateList(draft);
    for (Gap gap : gaps.subList(0, Math.min(SHOWN, gaps.size()))) {
      list.add(gap);
    }
    if (gaps.size() > SHOWN) {
      list.blocks.add(Kit.context("and " + (gaps.size() - SHOWN) + " more"));
    }
    return list.blocks;
  }

  private void add(Gap gap) {
    int number = blocks.size();
    blocks.add(Kit.section("• " + gap.words() + detail(gap)));
    blocks.add(Kit.actions("gap" + number, buttons(gap, number).toArray(ObjectNode[]::new)));
  }

  private String detail(Gap gap) {
    String words =
        switch (gap.kind()) {
          case TASK -> draft.task(Integer.parseInt(gap.about())).map(Task::plain).orElse("");
          case QUESTION ->
              draft.question(Integer.parseInt(gap.about())).map(Question::plain).orElse("");
          default -> "";
        };
    return words.isBlank() ? "" : ": “" + Kit.cut(words.strip(), LONGEST) + "”";
  }

  private List<ObjectNode> buttons(Gap gap, int number) {
    String id = String.valueOf(draft.id());
    String at = ":" + number;
    return switch (gap.kind()) {
      case RESOLVED -> List.of(Buttons.resolve(id, at));
      case SECTION -> List.of(button("Fill in", Buttons.EDIT + at, id + "/" + gap.about()));
      case ROLE -> List.of(button("Name somebody", Buttons.EDIT + at, id + "/page:people"));
      case TASK ->
          List.of(
              button("Give it an owner", WorkPage.TASK + at, id + "/" + gap.about()),
              button("Nobody owns it", Buttons.LEAVE + at, id + "/task/" + gap.about()));
      case QUESTION ->
          List.of(
              button("Answer it", WorkPage.QUESTION + at, id + "/" + gap.about()),
              button("Leave it open", Buttons.LEAVE + at, id + "/question/" + gap.about()));
      case MEETING -> List.of(button("Meeting", Buttons.MEETING + at, id));
      case SECRET -> List.of(secret(gap.about(), id, at));
    };
  }

  /** Whatever is saved in a window is masked, so to open it and save it is enough. */
  private static ObjectNode secret(String place, String id, String at) {
    String[] parts = place.split("/", 2);
    return switch (parts[0]) {
      case "entry" -> button("Open and save it", TimelineModal.ENTRY + at, id + "/" + parts[1]);
      case "section" -> button("Open and save it", Buttons.EDIT + at, id + "/" + parts[1]);
      default -> button("Open and save it", Buttons.EDIT + at, id + "/page:headline");
    };
  }

  private static ObjectNode button(String words, String action, String value) {
    return Kit.button(words, action, value);
  }
}
