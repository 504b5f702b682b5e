package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.SectionBody;
import dev.postmortem.draft.Unsaved;
import dev.postmortem.slack.modals.Pages.Page;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.writing.Words;
import dev.postmortem.workflow.writing.WriteSection;
import dev.postmortem.workflow.writing.WriteSection.Conflict;
import dev.postmortem.workflow.writing.WriteSection.Rewrite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A page of sections. The id of each field carries the revision it was filled from, so that two
 * people who write at once notice each other and neither overwrites the other unseen.
 */
public final class TextPage {
  private static final int ROOM = 100_000;
  private static final int PARAGRAPH = 2_000;
  private static final int PARAGRAPHS = 8;

  private final Desk desk;
  private final WriteSection writing;
  private final Wordings wordings;

  public TextPage(Desk desk, WriteSection writing, Wordings wordings) {
    this.desk = desk;
    this.writing = writing;
    this.wordings = wordings;
  }

  List<JsonNode> draw(Draft draft, Page page) {
    return draw(draft, page, Map.of(), Set.of());
  }

  /** The page with what somebody once typed into it and did not save, beside what is kept now. */
  List<JsonNode> restored(Draft draft, Page page, List<Unsaved.Text> texts) {
    Map<String, JsonNode> typed = new TreeMap<>();
    List<JsonNode> blocks = new ArrayList<>();
    for (Unsaved.Text text : texts) {
      ObjectNode rich = wordings.richText(text.raw());
      if (rich != null) {
        typed.put(text.section(), rich);
        String when = Printed.full(text.at(), draft.headline().zone());
        blocks.add(Kit.section("This is what you typed until " + when + " and did not save."));
        blocks.addAll(standing(draft.body(text.section())));
      }
    }
    blocks.addAll(draw(draft, page, typed, Set.of()));
    return blocks;
  }

  private List<JsonNode> standing(SectionBody body) {
    return body.remarks().isEmpty()
        ? List.of()
        : words(desk.template().keyed(body.key()).title() + " says now:\n" + read(body));
  }

  /** What was changed in the window, without saving it: nobody else's words are in it. */
  Map<String, Words> unsaved(Draft draft, Form form) {
    Map<String, Words> changed = new TreeMap<>();
    changes(draft, form).forEach((key, typed) -> changed.put(key, typed.rewrite().words()));
    changed.values().removeIf(Words::isBlank);
    return changed;
  }

  /**
   * The page.
   *
   * @param typed what stands in the fields in place of what is kept
   * @param disputed the sections that somebody else changed meanwhile
   */
  private List<JsonNode> draw(
      Draft draft, Page page, Map<String, JsonNode> typed, Set<String> disputed) {
    List<Entry> entries = desk.store().read(records -> records.timelines().filed(draft.id()));
    List<JsonNode> blocks = new ArrayList<>();
    int room = ROOM;
    for (Section section : page.sections()) {
      SectionBody body = draft.body(section.key());
      JsonNode mine = typed.get(section.key());
      ObjectNode start = mine instanceof ObjectNode own ? own : wordings.richText(body);
      if (disputed.contains(section.key())) {
        blocks.addAll(meanwhile(section, body));
      }
      int size = start == null ? 0 : start.toString().getBytes(StandardCharsets.UTF_8).length;
      if (mine == null && size > room) {
        blocks.add(tooLong(section, body));
        continue;
      }
      room -= size;
      ObjectNode input = Inputs.optional(id(body), section.title(), Inputs.rich(start));
      String needed = section.required() ? "Needed to publish. " : "";
      String hint = (needed + section.prompt()).strip();
      blocks.add(hint.isEmpty() ? input : Inputs.hinted(input, hint));
      filed(section, entries).ifPresent(blocks::add);
    }
    return blocks;
  }

  /** Slack refuses a window of more than 250,000 bytes; a conflict shows words twice. */
  private ObjectNode tooLong(Section section, SectionBody body) {
    return Kit.section(
        section.title()
            + " is too long for a window: "
            + read(body).length()
            + " characters. "
            + desk.cmd("preview")
            + " shows it, and "
            + desk.cmd(section.word().isEmpty() ? "detail TEXT" : section.word() + " TEXT")
            + " adds to it.");
  }

  private String read(SectionBody body) {
    return body.remarks().stream()
        .map(remark -> wordings.read(remark.raw()))
        .collect(Collectors.joining("\n"));
  }

  /** Words of any length, in as many paragraphs as Slack needs, up to what a page can hold. */
  private static List<JsonNode> words(String text) {
    List<JsonNode> paragraphs = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty() && paragraphs.size() < PARAGRAPHS) {
      String part = rest.length() <= PARAGRAPH ? rest : Kit.cut(rest, PARAGRAPH);
      int taken = rest.length() <= PARAGRAPH ? rest.length() : part.length() - 1;
      paragraphs.add(Kit.section(rest.substring(0, taken)));
      rest = rest.substring(taken);
    }
    if (!rest.isEmpty()) {
      paragraphs.add(Kit.context("and " + rest.length() + " characters more"));
    }
    return paragraphs;
  }

  private List<JsonNode> meanwhile(Section section, SectionBody body) {
    String what =
        body.remarks().isEmpty()
            ? "somebody emptied " + section.title() + "."
            : wordings.name(body.remarks().get(body.remarks().size() - 1).by())
                + " changed "
                + section.title()
                + ". It says now:\n"
                + read(body);
    List<JsonNode> blocks = new ArrayList<>(words("While you were writing, " + what));
    blocks.add(
        Kit.section(
            "Your words are still in the field. Save again to put them in place of theirs, or add"
                + " theirs to yours first."));
    return blocks;
  }

  private static String id(SectionBody body) {
    return "s/" + body.key() + "/" + body.revision();
  }

  private Optional<ObjectNode> filed(Section section, List<Entry> entries) {
    List<Entry> filed =
        entries.stream().filter(e -> !e.amendment().hidden() && e.isTagged(section.tag())).toList();
    if (filed.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder("Filed here from the war room: ");
    for (Entry entry : filed.subList(0, Math.min(3, filed.size()))) {
      text.append("“").append(Kit.escape(Kit.cut(wordings.read(entry.raw()), 120))).append("” ");
    }
    if (filed.size() > 3) {
      text.append("and ").append(filed.size() - 3).append(" more");
    }
    return Optional.of(Kit.context(text.toString()));
  }

  /**
   * Keeps what was changed; when somebody else changed the same meanwhile, answers with the page to
   * decide on.
   */
  Optional<List<JsonNode>> save(Draft draft, Page page, Form form) {
    Map<String, Rewrite> changed = new TreeMap<>();
    Map<String, JsonNode> typed = new TreeMap<>();
    changes(draft, form)
        .forEach(
            (key, one) -> {
              changed.put(key, one.rewrite());
              one.rich().ifPresent(value -> typed.put(key, value));
            });
    return changed.isEmpty() ? Optional.empty() : rewrite(draft, page, form, changed, typed);
  }

  /** A section as it stands in the window. */
  private record Typed(Rewrite rewrite, Optional<JsonNode> rich) {}

  /** What differs from what is kept, by the key of the section. */
  private Map<String, Typed> changes(Draft draft, Form form) {
    Map<String, Typed> changed = new TreeMap<>();
    for (String block : form.blocks()) {
      String[] parts = block.split("/", -1);
      if (parts.length == 3 && parts[0].equals("s")) {
        Optional<JsonNode> rich = form.rich(block);
        int seen = Integer.parseInt(parts[2]);
        if (isChanged(draft, parts[1], seen, rich)) {
          Words words = rich.map(wordings::rich).orElse(new Words("{}", ""));
          changed.put(parts[1], new Typed(new Rewrite(seen, words), rich));
        }
      }
    }
    return changed;
  }

  private boolean isChanged(Draft draft, String key, int seen, Optional<JsonNode> rich) {
    SectionBody body = draft.body(key);
    return !wordings.isSame(body, rich.orElse(null))
        && !(seen != body.revision() && isAsItWas(draft, key, seen, rich));
  }

  /** A field nobody touched, of a section that somebody else changed, is no change. */
  private boolean isAsItWas(Draft draft, String key, int seen, Optional<JsonNode> rich) {
    return desk.store()
        .read(records -> records.drafts().revision(draft.id(), key, seen))
        .map(body -> wordings.isSame(body, rich.orElse(null)))
        .orElse(rich.isEmpty());
  }

  private Optional<List<JsonNode>> rewrite(
      Draft draft,
      Page page,
      Form form,
      Map<String, Rewrite> changed,
      Map<String, JsonNode> typed) {
    try {
      Outcome outcome = writing.rewrite(form.which(), form.user(), changed);
      return outcome instanceof Outcome.Refused refused
          ? Optional.of(refused(draft, page, typed, refused))
          : Optional.empty();
    } catch (Conflict conflict) {
      Draft now = desk.find(Which.of(draft.id())).orElse(draft);
      typed.keySet().removeIf(key -> !changed.containsKey(key));
      return Optional.of(draw(now, page, typed, conflict.stands().keySet()));
    }
  }

  private List<JsonNode> refused(
      Draft draft, Page page, Map<String, JsonNode> typed, Outcome.Refused refused) {
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.section(refused.said()));
    blocks.addAll(draw(draft, page, typed, Set.of()));
    return blocks;
  }
}
