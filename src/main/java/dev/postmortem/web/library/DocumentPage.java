package dev.postmortem.web.library;

import dev.postmortem.document.Document;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.draft.Change;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.timeline.Names;
import dev.postmortem.workflow.KnownNames;
import dev.postmortem.workflow.publish.ComposeDocument;
import freemarker.template.TemplateDirectiveModel;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** One post-mortem: the document, and beside it what became of it. */
public final class DocumentPage {
  private static final int CHANGES = 100;
  private static final Pattern PERSON = Pattern.compile("<@([A-Z0-9]+)>");
  private final Writing writing;
  private final ComposeDocument compose;

  DocumentPage(Writing writing, ComposeDocument compose) {
    this.writing = writing;
    this.compose = compose;
  }

  /** A line of the history. */
  public record Line(When at, String who, String what) {}

  void show(Draft draft, Look look, HttpServletResponse response) throws IOException {
    Document document = compose.illustrated(draft);
    Map<String, Object> words = new HashMap<>();
    headline(draft, look, words);
    look.read(records -> beside(records, draft, look, words));
    // what the renderer writes is escaped already, and too long to be held as text
    TemplateDirectiveModel body =
        (env, given, loop, inner) -> new HtmlRenderer().writeBody(document, env.getOut());
    words.put("document", body);
    writing.page("document.ftlh", words, look, response);
  }

  private static void headline(Draft draft, Look look, Map<String, Object> words) {
    Headline head = draft.headline();
    ZoneId there = head.zone();
    words.put("name", draft.name());
    words.put("title", head.title());
    words.put("state", draft.state().word());
    words.put("correcting", draft.state() == State.CORRECTING);
    words.put("unpublished", draft.published() == null);
    words.put("started", When.of(head.started(), look.zone(), there));
    put("resolved", head.resolved(), look.zone(), there, words);
    put("published", draft.published(), look.zone(), there, words);
  }

  private static void put(
      String name, @Nullable Instant at, ZoneId own, ZoneId there, Map<String, Object> words) {
    if (at != null) {
      words.put(name, When.of(at, own, there));
    }
  }

  private static boolean beside(
      Records records, Draft draft, Look look, Map<String, Object> words) {
    Told told = new Told(records, draft);
    words.put("places", told.places());
    words.put("deliveries", told.deliveries());
    words.put("readers", told.readers());
    List<Change> changes = records.chronicle().latest(draft.id(), 0, CHANGES);
    words.put("older", records.chronicle().size(draft.id()) - changes.size());
    KnownNames names = new KnownNames(records);
    ZoneId there = draft.headline().zone();
    words.put(
        "changes",
        changes.stream()
            .map(
                one ->
                    new Line(
                        When.of(one.at(), look.zone(), there), who(one, names), what(one, names)))
            .toList());
    return true;
  }

  private static String who(Change change, Names names) {
    return change.by().isEmpty() ? "Somebody" : names.user(change.by()).orElse(change.by());
  }

  private static String what(Change change, Names names) {
    return PERSON
        .matcher(change.what())
        .replaceAll(
            person ->
                Matcher.quoteReplacement(names.user(person.group(1)).orElse(person.group(1))));
  }
}
