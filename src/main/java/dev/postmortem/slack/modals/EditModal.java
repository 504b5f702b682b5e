package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Section;
import dev.postmortem.slack.modals.Pages.Page;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The modal that fills the sections, page by page; turning the page keeps what was typed on it. */
public final class EditModal implements Modal {
  /** The menu that turns the page. */
  public static final String TURN = "pm_page";

  private final Desk desk;
  private final TextPage texts;
  private final HeadlinePage headline;
  private final PeoplePage people;
  private final WorkPage work;
  private final TimelineModal timeline;
  private final Consumer<Form> changed;

  /** Made of its pages; {@code changed} brings the view below up to date. */
  public EditModal(Desk desk, EditPages parts, Consumer<Form> changed) {
    this.changed = changed;
    this.desk = desk;
    this.texts = parts.texts();
    this.headline = parts.headline();
    this.people = parts.people();
    this.work = parts.work();
    this.timeline = parts.timeline();
  }

  @Override
  public String callback() {
    return "pm_edit";
  }

  /** The modal on the page of a section; without one, on the first page of texts. */
  public ObjectNode draw(Draft draft, Optional<Section> section) {
    Pages pages = pages(draft);
    return draw(draft, section.map(pages::of).orElse(pages.page("")).name(), "");
  }

  /**
   * The modal on a page.
   *
   * @param news a sentence to show above, empty for none
   */
  public ObjectNode draw(Draft draft, String pageName, String news) {
    Page page = pages(draft).page(pageName);
    if (page.name().equals("timeline")) {
      return timeline.draw(draft, 0);
    }
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(menu(draft, page));
    if (!news.isEmpty()) {
      blocks.add(Kit.context(Kit.escape(news)));
    }
    blocks.addAll(
        switch (page.name()) {
          case "headline" -> headline.draw(draft);
          case "people" -> people.draw(draft);
          case "work" -> work.draw(draft);
          default -> texts.draw(draft, page);
        });
    return frame(draft, page, blocks);
  }

  private ObjectNode frame(Draft draft, Page page, List<JsonNode> blocks) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    metadata.put("page", page.name());
    return Inputs.modal(
        new Inputs.Frame(callback(), draft.name() + " draft", "Save", metadata), blocks);
  }

  private Pages pages(Draft draft) {
    return new Pages(desk.sections(draft));
  }

  private ObjectNode menu(Draft draft, Page page) {
    return pages(draft).menu(page, TURN);
  }

  @Override
  public Reply submitted(Form form) {
    Optional<Reply> fault = save(form);
    if (fault.isEmpty()) {
      changed.accept(form);
    }
    return fault.orElse(Reply.CLOSE);
  }

  /**
   * Keeps what was typed on the present page and answers with the chosen one, or with what is wrong
   * on this one.
   */
  public ObjectNode turn(Form form, String to) {
    Optional<Reply> fault = save(form);
    Draft draft = desk.find(Which.of(form.incident())).orElseThrow();
    if (fault.isEmpty()) {
      return draw(draft, to, form.blocks().isEmpty() ? "" : "What you typed is saved.");
    }
    return fault
        .get()
        .view()
        .orElseGet(
            () -> draw(draft, pageOf(draft, form).name(), "Not saved: " + fault.get().why()));
  }

  private Page pageOf(Draft draft, Form form) {
    return pages(draft).page(form.metadata().path("page").asText());
  }

  private Optional<Reply> save(Form form) {
    Optional<Draft> draft = desk.find(Which.of(form.incident()));
    if (draft.isEmpty()) {
      return Optional.of(Reply.CLOSE);
    }
    Page page = pageOf(draft.get(), form);
    return switch (page.name()) {
      case "headline" -> headline.save(draft.get(), form);
      case "people" -> people.save(draft.get(), form);
      case "work" -> work.save(draft.get(), form);
      default ->
          texts.save(draft.get(), page, form).map(blocks -> conflict(draft.get(), page, blocks));
    };
  }

  private Reply conflict(Draft draft, Page page, List<JsonNode> blocks) {
    List<JsonNode> all = new ArrayList<>();
    all.add(menu(draft, page));
    all.addAll(blocks);
    return Reply.update(frame(draft, page, all));
  }

  /** The pages of the modal. */
  public record EditPages(
      TextPage texts,
      HeadlinePage headline,
      PeoplePage people,
      WorkPage work,
      TimelineModal timeline) {}

  /** What a refusal becomes in a modal: a sentence under a field. */
  static Optional<Reply> fault(Outcome outcome, String block) {
    return outcome instanceof Outcome.Refused refused
        ? Optional.of(Reply.fault(block, refused.said()))
        : Optional.empty();
  }
}
