package dev.postmortem.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of pictures of which copies are kept. SVG is none of them, as it can hold script. How
 * each begins is said by its own specification (PNG, JFIF, GIF89a, WebP container).
 */
public enum ImageType {
  PNG("\u0089PNG\r\n\u001a\n", "", 0),
  JPEG("\u00ff\u00d8\u00ff", "", 0),
  GIF("GIF8", "a", 5),
  WEBP("RIFF", "WEBP", 8);

  private final String opening;
  private final String second;
  private final int secondAt;

  ImageType(String opening, String second, int secondAt) {
    this.opening = opening;
    this.second = second;
    this.secondAt = secondAt;
  }

  /** The type of a name such as {@code png}; {@code jpg} is one for {@code jpeg}. */
  public static Optional<ImageType> named(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(type -> type.word().equals(word.equals("jpg") ? "jpeg" : word))
        .findFirst();
  }

  /** The type of a media type such as {@code image/png}, whatever parameters follow it. */
  public static Optional<ImageType> ofMime(String mime) {
    String bare = mime.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return bare.startsWith("image/") ? named(bare.substring(6)) : Optional.empty();
  }

  /** The name, as in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The media type. */
  public String mime() {
    return "image/" + word();
  }

  /** Whether the bytes begin as a picture of this type does. */
  public boolean begins(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    return head.startsWith(opening) && head.startsWith(second, secondAt);
  }
}
