package dev.postmortem.rehearsal.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person reads on the screen: messages and views as plain text. */
public final class ReadAloud {
  private final RichReader rich;

  /** Reads ids by these names. */
  public ReadAloud(Names names) {
    rich = new RichReader(names);
  }

  /** A message: its blocks, or its text where it has none, then its attachments and files. */
  public String message(JsonNode message) {
    String body =
        message.path("blocks").isEmpty()
            ? mrkdwn(message.path("text").asText(""))
            : blocks(message.path("blocks"));
    return lines(
        Stream.of(body, attachments(message.path("attachments")), files(message.path("files"))));
  }

  /** Mrkdwn as stored. */
  public String mrkdwn(String text) {
    return rich.block(RichText.block(text));
  }

  /** The blocks of a message or view, one below the other. */
  public String blocks(JsonNode blocks) {
    return lines(Json.each(blocks).map(this::block));
  }

  private String block(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "rich_text" -> rich.block(block);
      case "section" -> section(block);
      case "header" -> text(block.path("text"));
      case "divider" -> "———";
      case "context" ->
          Json.each(block.path("elements")).map(this::element).collect(Collectors.joining(" "));
      case "actions", "context_actions" ->
          Json.each(block.path("elements")).map(this::element).collect(Collectors.joining(" "));
      case "image" ->
          lines(
              Stream.of(
                  text(block.path("title")), "[image: " + block.path("alt_text").asText() + "]"));
      case "input" -> input(block);
      case "markdown" -> block.path("text").asText();
      case "table" -> table(block);
      default -> "[" + block.path("type").asText() + "]";
    };
  }

  private String section(JsonNode block) {
    List<String> parts = new ArrayList<>();
    parts.add(text(block.path("text")));
    Json.each(block.path("fields")).map(this::text).forEach(parts::add);
    if (block.has("accessory")) {
      parts.add(element(block.path("accessory")));
    }
    return lines(parts.stream());
  }

  private String input(JsonNode block) {
    String label = text(block.path("label")) + ": " + element(block.path("element"));
    return lines(Stream.of(label.stripTrailing(), text(block.path("hint"))));
  }

  private String table(JsonNode block) {
    return lines(
        Json.each(block.path("rows"))
            .map(row -> Json.each(row).map(this::cell).collect(Collectors.joining(" | "))));
  }

  private String cell(JsonNode cell) {
    return cell.path("type").asText().equals("rich_text")
        ? rich.block(cell)
        : cell.path("text").asText();
  }

  private String element(JsonNode element) {
    return switch (element.path("type").asText()) {
      case "button", "workflow_button" -> "[" + text(element.path("text")) + "]";
      case "image" -> "[image: " + element.path("alt_text").asText() + "]";
      case "mrkdwn", "plain_text" -> text(element);
      case "overflow" -> "[…]";
      default -> new Entry(element).text(rich);
    };
  }

  /** A text object, or a rich text element. */
  public String text(JsonNode text) {
    String value = text.path("text").asText("");
    return text.path("type").asText().equals("mrkdwn") ? mrkdwn(value) : Stored.unescape(value);
  }

  private String attachments(JsonNode attachments) {
    return lines(Json.each(attachments).map(this::attachment));
  }

  private String attachment(JsonNode attachment) {
    if (!attachment.path("blocks").isEmpty()) {
      return blocks(attachment.path("blocks"));
    }
    Stream<String> head =
        Stream.of("pretext", "author_name", "title", "text")
            .map(name -> attachment.path(name).asText(""));
    Stream<String> fields =
        Json.each(attachment.path("fields"))
            .map(field -> field.path("title").asText() + ": " + field.path("value").asText());
    String shown =
        lines(
            Stream.of(head, fields, Stream.of(attachment.path("footer").asText("")))
                .flatMap(part -> part)
                .map(this::mrkdwn));
    return shown.isEmpty() ? mrkdwn(attachment.path("fallback").asText("")) : shown;
  }

  private static String files(JsonNode files) {
    return lines(Json.each(files).map(file -> "[file: " + file.path("name").asText("?") + "]"));
  }

  private static String lines(Stream<String> parts) {
    return parts.filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
  }
}
