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
import dev.postmortem.slack.views.WordingList;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.writing.KeepUnsaved;
import dev.postmortem.workflow.writing.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The modal that fills the sections, page by page; turning the page keeps what was typed on it. */
public final class EditModal implements Modal {
  /** The menu that turns the page. */
  public static final String TURN = "pm_page";

  private static final String RESTORED = "restored";

  private final Desk desk;
  private final TextPage texts;
  private final HeadlinePage headline;
  private final PeoplePage people;
  private final WorkPage work;
  private final TimelineModal timeline;
  private final WordingList wording;
  private final KeepUnsaved unsaved;
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
    this.wording = parts.wording();
    this.unsaved = new KeepUnsaved(desk);
  }

  @Override
  public String callback() {
    return "pm_edit";
  }

  /** The modal on the page of a section; without one, on the first page of texts. */
  public ObjectNode draw(Draft draft, Optional<Section> section) {
    Pages pages = pages(draft);
    return draw(draft, section.map(pages::of).orElse(pages.page("")).name());
  }

  /** The modal on a page. */
  public ObjectNode draw(Draft draft, String pageName) {
    return draw(draft, pageName, List.of());
  }

  /**
   * The modal on a page.
   *
   * @param news what to show above
   */
  private ObjectNode draw(Draft draft, String pageName, List<JsonNode> news) {
    Page page = pages(draft).page(pageName);
    if (page.name().equals("timeline")) {
      return timeline.draw(draft, 0);
    }
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(menu(draft, page));
    blocks.addAll(news);
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
    return frame(blocks, draft, metadata(draft, page));
  }

  private ObjectNode frame(List<JsonNode> blocks, Draft draft, ObjectNode metadata) {
    return Inputs.modal(
            new Inputs.Frame(callback(), draft.name() + " draft", "Save", metadata), blocks)
        .put("notify_on_close", true);
  }

  private static ObjectNode metadata(Draft draft, Page page) {
    return Kit.JSON.createObjectNode().put("id", draft.id()).put("page", page.name());
  }

  /**
   * Somebody closed the window without saving it. What they had typed is kept, as far as Slack
   * tells: it does not promise to, neither that the window was closed nor what stood in it.
   *
   * @return the titles of the sections whose words are kept
   */
  public List<String> closed(Form form) {
    Optional<Draft> draft = desk.find(form.which()).filter(one -> one.state().isWritable());
    Map<String, Words> texts =
        draft.map(found -> this.texts.unsaved(found, form)).orElseGet(Map::of);
    if (!texts.isEmpty()) {
      unsaved.keep(draft.orElseThrow(), form.user(), texts);
    }
    return texts.keySet().stream().map(key -> desk.template().keyed(key).title()).toList();
  }

  /** The page on which somebody once typed something without saving it, with their words. */
  public ObjectNode restored(Draft draft, String user) {
    List<Unsaved.Text> all = unsaved.of(draft, user);
    if (all.isEmpty()) {
      return draw(draft, Optional.empty());
    }
    Page page = pages(draft).of(desk.template().keyed(all.get(0).section()));
    List<Unsaved.Text> here =
        all.stream()
            .filter(
                text -> page.sections().stream().anyMatch(one -> one.key().equals(text.section())))
            .toList();
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(menu(draft, page));
    blocks.addAll(texts.restored(draft, page, here));
    return frame(blocks, draft, metadata(draft, page).put(RESTORED, true));
  }

  /** What a person saved, or threw away, need not be kept for them any longer. */
  public void forget(Draft draft, String user) {
    unsaved.forget(
        draft, user, unsaved.of(draft, user).stream().map(Unsaved.Text::section).toList());
  }

  private Pages pages(Draft draft) {
    return new Pages(desk.sections(draft));
  }

  private ObjectNode menu(Draft draft, Page page) {
    return pages(draft).menu(page, TURN);
  }

  @Override
  public Reply submitted(Form form) {
    Optional<Draft> before = desk.find(form.which());
    Optional<Reply> fault = save(form);
    if (fault.isEmpty()) {
      changed.accept(form);
    }
    return fault.orElseGet(() -> before.map(draft -> saved(draft, form)).orElse(Reply.CLOSE));
  }

  /** The window closes, unless there is something to think about in what was written. */
  private Reply saved(Draft before, Form form) {
    List<JsonNode> advice = advice(before, form);
    if (advice.isEmpty()) {
      return Reply.CLOSE;
    }
    Page page = pageOf(before, form);
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.section("What you wrote is saved."));
    blocks.addAll(advice);
    blocks.add(Kit.actions("again", Kit.button("Change it", TURN + ":again", page.name())));
    ObjectNode metadata = metadata(before, page);
    return Reply.update(
        form.replacedBy(Inputs.modal(new Inputs.Frame(callback(), "Saved", "", metadata), blocks)));
  }

  /** What is worth a thought in what was just written. */
  private List<JsonNode> advice(Draft before, Form form) {
    Draft now = desk.find(form.which()).orElse(before);
    List<String> written =
        now.bodies().values().stream()
            .filter(body -> body.revision() != before.body(body.key()).revision())
            .map(SectionBody::key)
            .toList();
    if (form.metadata().path(RESTORED).asBoolean()) {
      unsaved.forget(now, form.user(), written);
    }
    List<JsonNode> advice = new ArrayList<>();
    people.advice(before, now).map(Kit::section).ifPresent(advice::add);
    advice.addAll(written.isEmpty() ? List.of() : wording.of(now, written));
    return advice;
  }

  /**
   * Keeps what was typed on the present page and answers with the chosen one, or with what is wrong
   * on this one.
   */
  public ObjectNode turn(Form form, String to) {
    Draft before = desk.find(form.which()).orElseThrow();
    Optional<Reply> fault = save(form);
    Draft draft = desk.find(form.which()).orElseThrow();
    if (fault.isEmpty()) {
      List<JsonNode> news = new ArrayList<>();
      if (!form.blocks().isEmpty()) {
        news.add(Kit.context("What you typed is saved."));
      }
      news.addAll(advice(before, form));
      return form.replacedBy(draw(draft, to, news));
    }
    return fault
        .get()
        .view()
        .orElseGet(
            () -> form.replacedBy(draw(draft, pageOf(draft, form).name(), notSaved(fault.get()))));
  }

  private static List<JsonNode> notSaved(Reply fault) {
    return List.of(Kit.context(Kit.escape("Not saved: " + fault.why())));
  }

  private Page pageOf(Draft draft, Form form) {
    return pages(draft).page(form.metadata().path("page").asText());
  }

  private Optional<Reply> save(Form form) {
    Optional<Draft> draft = desk.find(form.which());
    if (draft.isEmpty()) {
      return Optional.of(Reply.CLOSE);
    }
    Page page = pageOf(draft.get(), form);
    return switch (page.name()) {
      case "headline" -> headline.save(draft.get(), form);
      case "people" -> people.save(draft.get(), form);
      case "work" -> work.save(draft.get(), form);
      default ->
          texts
              .save(draft.get(), page, form)
              .map(blocks -> conflict(draft.get(), page, blocks, form));
    };
  }

  private Reply conflict(Draft draft, Page page, List<JsonNode> blocks, Form form) {
    List<JsonNode> all = new ArrayList<>();
    all.add(menu(draft, page));
    all.addAll(blocks);
    return Reply.update(form.replacedBy(frame(draft, page, all)));
  }

  /** The pages of the modal. */
  public record EditPages(
      TextPage texts,
      HeadlinePage headline,
      PeoplePage people,
      WorkPage work,
      TimelineModal timeline,
      WordingList wording) {}

  /** What a refusal becomes in a modal: a sentence under a field. */
  static Optional<Reply> fault(Outcome outcome, String block) {
    return outcome instanceof Outcome.Refused refused
        ? Optional.of(Reply.fault(block, refused.said()))
        : Optional.empty();
  }
}
