package dev.postmortem.web.library;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.web.door.Keyring;
import dev.postmortem.workflow.publish.ComposeDocument;
import dev.postmortem.workflow.publish.Form;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Finds what an address stands for, and shows it to whoever may see it. */
final class Shelves {
  private final ComposeDocument compose;
  private final DocumentPage document;
  private final ListPage list;
  private final TasksPage tasks;
  private final InsightsPage insights;
  private final Feed feed;
  private final Turns turns = new Turns();

  Shelves(Writing writing, ComposeDocument compose, Keyring keys) {
    this.compose = compose;
    this.document = new DocumentPage(writing, compose);
    this.list = new ListPage(writing, keys);
    this.tasks = new TasksPage(writing);
    this.insights = new InsightsPage(writing);
    this.feed = new Feed(writing, keys);
  }

  /** Shows it. */
  Shown show(Address address, Look look, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (address.what()) {
      case ALL -> list.show(new Wish(request), look, response);
      case TASKS -> tasks.show(new Wish(request), look, response);
      case INSIGHTS -> insights.show(new Wish(request), look, response);
      case FEED -> feed.show(new Wish(request), look, response);
      case DOCUMENT, MARKDOWN, JSON -> {
        return document(address, look, response);
      }
      case LEAVE, ICON, STYLE, DOCUMENT_STYLE -> {
        return Shown.NO;
      }
    }
    return Shown.YES;
  }

  private Shown document(Address address, Look look, HttpServletResponse response)
      throws IOException {
    Optional<Card> card = look.ask((catalog, reader) -> catalog.card(reader, address.id()));
    Optional<Draft> draft =
        card.flatMap(found -> look.read(records -> records.drafts().find(found.id())));
    if (draft.isEmpty()) {
      return Shown.NO;
    }
    int size = look.read(records -> records.timelines().size(address.id()));
    return turns.show(size, () -> document(address, draft.get(), look, response))
        ? Shown.YES
        : Shown.LATER;
  }

  private void document(Address address, Draft draft, Look look, HttpServletResponse response)
      throws IOException {
    switch (address.what()) {
      case MARKDOWN -> file(Form.MD, "text/markdown;charset=utf-8", draft, response);
      case JSON -> file(Form.JSON, "application/json;charset=utf-8", draft, response);
      default -> document.show(draft, look, response);
    }
  }

  private void file(Form form, String type, Draft draft, HttpServletResponse response)
      throws IOException {
    response.setContentType(type);
    form.write(compose.compose(draft), response.getWriter());
  }
}
