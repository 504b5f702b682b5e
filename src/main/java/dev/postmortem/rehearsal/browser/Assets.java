package dev.postmortem.rehearsal.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page's own files: its HTML, modules, styles and pictures. */
final class Assets {
  /** No dots but the last: nothing outside of the folder can be named. */
  private static final Pattern NAME =
      Pattern.compile("(?:blocks/)?[a-z][a-z-]*\\.(html|js|css|svg)");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private Assets() {}

  static Optional<Answer> find(String path) {
    String name = path.equals("/") ? "page.html" : path.substring(1);
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      String type = TYPES.getOrDefault(matcher.group(1), "");
      return in == null
          ? Optional.empty()
          : Optional.of(new Answer(200, type, in.readAllBytes(), ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
