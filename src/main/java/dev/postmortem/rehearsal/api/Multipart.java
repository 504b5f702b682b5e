package dev.postmortem.rehearsal.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first part of a multipart body, which is all that an upload has. */
final class Multipart {
  private Multipart() {}

  static byte[] file(String contentType, byte[] body) {
    int at = contentType.indexOf("boundary=");
    if (!contentType.startsWith("multipart/") || at < 0) {
      return body;
    }
    String boundary = "--" + contentType.substring(at + 9).replace("\"", "");
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("\r\n\r\n") + 4;
    int end = text.indexOf("\r\n" + boundary, start);
    return end < 0 ? body : Arrays.copyOfRange(body, start, end);
  }
}
