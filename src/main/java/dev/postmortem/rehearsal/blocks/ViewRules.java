package dev.postmortem.rehearsal.blocks;

import static dev.postmortem.rehearsal.blocks.Rules.flag;
import static dev.postmortem.rehearsal.blocks.Rules.list;
import static dev.postmortem.rehearsal.blocks.Rules.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The rules of views (page "Reference: views"). */
public final class ViewRules {
  private static final int LARGEST = 250_000;
  private static final int MOST_BLOCKS = 100;
  private static final int TITLE = 24;
  private static final ByType MODAL = new ByType(Map.of("modal", modal()));
  private static final ByType HOME = new ByType(Map.of("home", view(Surface.HOME)));

  private ViewRules() {}

  /** What is wrong with a modal. */
  public static Findings modal(JsonNode view) {
    return check(MODAL, view);
  }

  /** What is wrong with a Home tab. */
  public static Findings home(JsonNode view) {
    return check(HOME, view);
  }

  /** Whether the view is too large altogether. */
  public static boolean tooLarge(JsonNode view) {
    return view.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST;
  }

  private static Findings check(Rule rule, JsonNode view) {
    Findings findings = new Findings();
    rule.check(view, "/view", findings);
    return findings;
  }

  private static Shape view(Surface surface) {
    return Shape.typed()
        .must("blocks", list(1, MOST_BLOCKS, new Layouts(surface).block()))
        .may("private_metadata", text(0, 3000))
        .may("callback_id", text(0, 255))
        .may("external_id", text(0, 255))
        .also(Checks.distinct("blocks", "block_id"))
        .also(ViewRules::oneFocus);
  }

  private static Shape modal() {
    return view(Surface.MODAL)
        .must("title", Composition.plain(TITLE))
        .may("submit", Composition.plain(TITLE))
        .may("close", Composition.plain(TITLE))
        .may("clear_on_close", flag())
        .may("notify_on_close", flag())
        .may("submit_disabled", flag())
        .also(ViewRules::submitForInputs);
  }

  private static void submitForInputs(JsonNode view, String at, Findings out) {
    boolean inputs =
        Json.each(view.path("blocks"))
            .anyMatch(block -> block.path("type").asText().equals("input"));
    if (inputs && !view.has("submit")) {
      out.add(at, "missing required field: submit");
    }
  }

  private static void oneFocus(JsonNode view, String at, Findings out) {
    long focused = view.findValues("focus_on_load").stream().filter(JsonNode::asBoolean).count();
    if (focused > 1) {
      out.add(at, "only one element may have focus_on_load");
    }
  }
}
