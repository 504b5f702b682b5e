package dev.postmortem.workflow.publish;

import dev.postmortem.document.Document;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.JsonRenderer;
import dev.postmortem.document.MarkdownRenderer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a document is handed out as a file. */
public enum Form {
  /** CommonMark. */
  MD,
  /** A page of its own. */
  HTML,
  /** For machines. */
  JSON;

  /** The form people mean by a word, such as {@code md}. */
  public static Optional<Form> named(String word) {
    return Arrays.stream(values()).filter(form -> form.name().equalsIgnoreCase(word)).findFirst();
  }

  /** The ending of the file's name, which is also the word for the form. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The document in this form, in UTF-8. */
  public byte[] write(Document document) {
    return switch (this) {
      case MD -> utf8(new MarkdownRenderer().render(document));
      case HTML -> new HtmlRenderer().bytes(document);
      case JSON -> utf8(new JsonRenderer(new MarkdownRenderer()::render).render(document));
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
