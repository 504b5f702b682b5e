package dev.postmortem.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the document as JSON, instants in UTC to the microsecond. */
public final class JsonRenderer {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  public String render(Document document) {
    Sheet sheet = Sheet.kept();
    write(document, sheet);
    return sheet.toString();
  }

  /** The same, piece by piece. */
  public void write(Document document, Appendable to) {
    Sheet sheet = Sheet.readBy(to);
    write(document, sheet);
    sheet.close();
  }

  private static void write(Document document, Sheet sheet) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", document.id());
    json.putAll(head(document.head()));
    json.put("sections", Drawn.from(document.parts(), part -> section(document, part)));
    json.put("timeline", Drawn.from(document.timeline(), JsonRenderer::line));
    json.put("deleted", document.deleted());
    json.put("participants", Drawn.from(document.participants(), JsonRenderer::member));
    json.put("tasks", Drawn.from(document.tasks(), JsonRenderer::task));
    json.put("questions", Drawn.from(document.questions(), JsonRenderer::question));
    json.put("images", Pictures.of(document).stream().map(JsonRenderer::image).toList());
    json.put("meeting", document.meeting() == null ? null : meeting(document.meeting()));
    json.put("published_although", document.passed() == null ? null : passed(document.passed()));
    Document.Removed removed = document.removed();
    if (removed != null) {
      json.put("removed", removed(removed));
    }
    new JsonText(sheet).write(json);
    sheet.text().append('\n');
  }

  private static Map<String, @Nullable Object> removed(Document.Removed removed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("messages", removed.messages());
    json.put("at", instant(removed.at()));
    return json;
  }

  private static Map<String, @Nullable Object> passed(Document.Passed passed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("missing", passed.missing());
    json.put("reason", passed.reason());
    json.put("by", member(passed.by()));
    return json;
  }

  private static Map<String, @Nullable Object> head(Document.Head head) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("title", head.title());
    json.put("state", head.state());
    json.put("severity", head.severity());
    json.put("zone", head.zone().getId());
    json.put("started", instant(head.started()));
    json.put("resolved", head.resolved() == null ? null : instant(head.resolved()));
    json.put("duration", head.duration() == null ? null : head.duration().toString());
    json.put("owner", head.owner() == null ? null : member(head.owner()));
    json.put("moderator", head.moderator() == null ? null : member(head.moderator()));
    json.put("note_taker", head.noteTaker() == null ? null : member(head.noteTaker()));
    json.put("channel", head.channel());
    return json;
  }

  private static Map<String, @Nullable Object> section(Document document, Document.Part part) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("key", part.key());
    json.put("title", part.title());
    json.put("markdown", words(Outline.section(document, part)));
    return json;
  }

  private static Map<String, @Nullable Object> line(Document.Line line) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", instant(line.at()));
    json.put("ts", line.ts());
    json.put("channel", line.channel());
    json.put("author", member(line.author()));
    json.put("kind", line.kind().word());
    json.put("tags", line.tags().stream().sorted().toList());
    json.put("markdown", words(line.words()));
    json.put("permalink", line.permalink());
    json.put("edited", line.edited());
    json.put("thread", line.thread());
    json.put("revisions", Drawn.from(line.former(), JsonRenderer::former));
    return json;
  }

  private static Map<String, @Nullable Object> former(Document.Former former) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", instant(former.at()));
    json.put("markdown", words(former.words()));
    return json;
  }

  private static Map<String, @Nullable Object> member(Document.Member member) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", member.id());
    json.put("name", member.name());
    json.put("role", member.role());
    return json;
  }

  private static Map<String, @Nullable Object> task(Document.TaskLine task) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", task.number());
    json.put("markdown", words(task.words()));
    json.put("owner", task.owner() == null ? null : member(task.owner()));
    json.put("due", task.due() == null ? null : task.due().toString());
    json.put("state", task.state());
    json.put("reason", task.reason());
    return json;
  }

  private static Map<String, @Nullable Object> question(Document.QuestionLine question) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", question.number());
    json.put("markdown", words(question.words()));
    json.put("asker", member(question.asker()));
    json.put("answers", Drawn.from(question.answers(), JsonRenderer::answer));
    return json;
  }

  private static Map<String, @Nullable Object> answer(Document.Answer answer) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("markdown", words(answer.words()));
    json.put("by", member(answer.by()));
    json.put("at", instant(answer.at()));
    return json;
  }

  private static Map<String, @Nullable Object> image(Block.Picture picture) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("alt", picture.alt());
    json.put("link", picture.link());
    ImageFile file = picture.file();
    json.put("name", file == null ? null : file.name());
    json.put("type", file == null ? null : file.type());
    json.put("size", file == null ? null : file.size());
    json.put("copied", file != null && file.copied());
    return json;
  }

  private static Map<String, @Nullable Object> meeting(Document.Gathering meeting) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", instant(meeting.at()));
    json.put("minutes", meeting.length().toMinutes());
    json.put("zone", meeting.zone().getId());
    json.put("attendees", Drawn.from(meeting.attendees(), JsonRenderer::member));
    json.put("where", meeting.where());
    return json;
  }

  private static JsonText.LongText words(List<Block> blocks) {
    return to -> new MarkdownRenderer().writeLines(blocks, to);
  }

  private static String instant(Instant at) {
    return INSTANT.format(at);
  }
}
