package dev.postmortem.web.library;

import dev.postmortem.document.HtmlRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.servlet.http.HttpServletResponse;

/** The style sheets, that of the document and that of the pages around it, and the icon. */
final class Assets {
  private static final String CSS = "text/css;charset=utf-8";
  private final byte[] document = HtmlRenderer.styleSheet().getBytes(StandardCharsets.UTF_8);
  private final byte[] library = read("library.css");
  private final byte[] icon = read("icon.svg");

  /** Stands in the address, so that a browser never shows a page in an older style. */
  String version() {
    return Integer.toHexString(new String(document, StandardCharsets.UTF_8).hashCode())
        + Integer.toHexString(new String(library, StandardCharsets.UTF_8).hashCode());
  }

  void document(HttpServletResponse response) throws IOException {
    send(document, CSS, response);
  }

  void library(HttpServletResponse response) throws IOException {
    send(library, CSS, response);
  }

  void icon(HttpServletResponse response) throws IOException {
    send(icon, "image/svg+xml", response);
  }

  /** They say nothing about anybody, so a browser may keep them. */
  private static void send(byte[] asset, String type, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "public, max-age=86400");
    response.setContentType(type);
    response.setContentLength(asset.length);
    response.getOutputStream().write(asset);
  }

  private static byte[] read(String name) {
    try (InputStream sheet = Assets.class.getResourceAsStream("/dev/postmortem/web/" + name)) {
      return Objects.requireNonNull(sheet, name).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
