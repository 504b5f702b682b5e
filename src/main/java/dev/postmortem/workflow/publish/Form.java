package dev.postmortem.workflow.publish;

import dev.postmortem.document.Document;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.JsonRenderer;
import dev.postmortem.document.MarkdownRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer to = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      write(document, to);
    } catch (IOException memoryFails) {
      throw new UncheckedIOException(memoryFails);
    }
    return bytes.toByteArray();
  }

  /** The document in this form, piece by piece: a long one is better not held as text. */
  public void write(Document document, Appendable to) {
    switch (this) {
      case MD -> new MarkdownRenderer().write(document, to);
      case HTML -> new HtmlRenderer().write(document, to);
      case JSON -> new JsonRenderer().write(document, to);
    }
  }
}
