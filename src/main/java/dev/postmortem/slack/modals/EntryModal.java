package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Section;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.writing.AmendEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes one entry of the timeline: its time, its words, its sections, whether it is shown. */
public final class EntryModal implements Modal {
  private final Desk desk;
  private final AmendEntry amend;
  private final Wordings wordings;
  private final Consumer<Form> changed;

  /** An entry's modal; {@code changed} brings the view below up to date. */
  public EntryModal(Desk desk, AmendEntry amend, Wordings wordings, Consumer<Form> changed) {
    this.desk = desk;
    this.amend = amend;
    this.wordings = wordings;
    this.changed = changed;
  }

  @Override
  public String callback() {
    return "pm_entry";
  }

  /** The modal for an entry; {@code page} is the one of the timeline that it stands on. */
  public ObjectNode draw(Draft draft, Entry entry, int page) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    metadata.put("page", page).put("channel", entry.key().channel()).put("ts", entry.key().ts());
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(
        Kit.section(
            TimelineModal.author(entry.message(), wordings)
                + " said: "
                + Kit.cut(wordings.read(entry.message().raw()), 1_000)));
    blocks.add(Inputs.required("at", "When it happened", Inputs.moment(entry.at())));
    blocks.add(
        Inputs.hinted(
            Inputs.optional("words", "What the document says", words(entry)),
            "The message in Slack stays as it is. Empty shows it as it was said."));
    blocks.add(
        Inputs.optional("tags", "Filed under", Inputs.selectMany(choices(entry), entry.tags())));
    List<String> hidden = entry.amendment().hidden() ? List.of("hidden") : List.of();
    blocks.add(
        Inputs.optional(
            "hidden",
            "In the document",
            Inputs.boxes(List.of(new Inputs.Choice("hidden", "Leave this entry out")), hidden)));
    return Inputs.modal(new Inputs.Frame(callback(), "Timeline entry", "Save", metadata), blocks);
  }

  private ObjectNode words(Entry entry) {
    return Inputs.rich(wordings.richText(entry.raw()));
  }

  /**
   * The sections that a message can be filed under, and those that it is filed under though they
   * are no longer offered: saving must not unfile it there unseen.
   */
  private List<Inputs.Choice> choices(Entry entry) {
    Stream<Section> offered = desk.template().sections().stream().filter(Section::takesMessages);
    Stream<Section> taken = entry.tags().stream().map(desk.template()::tagged);
    return Stream.concat(offered, taken)
        .map(section -> new Inputs.Choice(section.tag(), section.title()))
        .distinct()
        .toList();
  }

  @Override
  public Reply submitted(Form form) {
    MessageKey key =
        new MessageKey(
            form.team(),
            form.metadata().path("channel").asText(),
            form.metadata().path("ts").asText());
    Which which = form.which();
    Optional<Entry> entry =
        desk.store().read(records -> records.timelines().find(form.incident(), key));
    if (entry.isEmpty()) {
      return Reply.fault("at", "That message is gone: its author deleted it.");
    }
    Instant at = form.moment("at").orElse(entry.get().at());
    if (at.isAfter(desk.now())) {
      return Reply.fault("at", "That is in the future. When did it happen?");
    }
    boolean hidden = form.choices("hidden").contains("hidden");
    String raw = rewritten(entry.get(), form);
    String plain = raw == null ? "" : wordings.read(raw);
    Amendment amendment = new Amendment(time(entry.get(), at), raw, plain, hidden);
    Outcome outcome = amend.amend(which, key, amendment);
    if (outcome instanceof Outcome.Done) {
      outcome = amend.tag(which, key, form.user(), new HashSet<>(form.choices("tags")));
    }
    Optional<Reply> fault = EditModal.fault(outcome, "at");
    if (fault.isEmpty()) {
      changed.accept(form);
    }
    return fault.orElse(Reply.CLOSE);
  }

  private static @Nullable Instant time(Entry entry, Instant picked) {
    return picked.getEpochSecond() == entry.at().getEpochSecond() ? entry.amendment().at() : picked;
  }

  private @Nullable String rewritten(Entry entry, Form form) {
    Optional<JsonNode> typed = form.rich("words");
    if (typed.isEmpty() || wordings.read(wordings.rich(typed.get()).raw()).isBlank()) {
      return null;
    }
    String raw = wordings.rich(typed.get()).raw();
    return wordings.isSame(raw, entry.raw()) ? entry.amendment().raw() : raw;
  }
}
