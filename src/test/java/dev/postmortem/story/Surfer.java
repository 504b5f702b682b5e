package dev.postmortem.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's browser, seen from below: it sends paths as they are, however crooked, keeps the
 * cookie it is given, and shows each answer to the letter.
 */
final class Surfer {
  private static final int PATIENCE = 20_000;
  private final int port;
  private String cookie = "";

  Surfer(int port) {
    this.port = port;
  }

  /** An answer; its headers as they came, but for the date. */
  record Page(int status, List<String> headers, String body) {
    Optional<String> header(String name) {
      return headers.stream()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  /** Opens a page. */
  Page gets(String path) {
    return sends("GET", path);
  }

  /** Opens an address that Slack handed out, and goes where it leads. */
  Page opens(String link) {
    Page first = gets(path(link));
    return first.status() == 303 ? gets(first.header("Location").orElseThrow()) : first;
  }

  /** The address without the house it is in. */
  static String path(String link) {
    return link.replaceFirst("^https?://[^/]*", "");
  }

  /** Keeps another cookie than it was given. */
  Surfer with(String other) {
    cookie = other;
    return this;
  }

  String cookie() {
    return cookie;
  }

  /** Sends a request whose words are taken as they are. */
  Page sends(String method, String path) {
    String carried = cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n";
    String request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: pm.example.com\r\n"
            + carried
            + "Connection: close\r\n\r\n";
    try (Socket line = new Socket("127.0.0.1", port)) {
      line.setSoTimeout(PATIENCE);
      line.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      Page page = read(line.getInputStream().readAllBytes());
      page.header("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
      return page;
    } catch (IOException broken) {
      throw new IllegalStateException(method + " " + path, broken);
    }
  }

  private static Page read(byte[] answer) {
    String all = new String(answer, StandardCharsets.ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    List<String> lines = new ArrayList<>(List.of(all.substring(0, end).split("\r\n", -1)));
    int status = Integer.parseInt(lines.remove(0).split(" ", 3)[1]);
    lines.removeIf(line -> line.startsWith("Date:"));
    byte[] body = all.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    boolean chunked = lines.removeIf(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
    byte[] plain = chunked && body.length > 0 ? joined(body) : body;
    return new Page(status, List.copyOf(lines), new String(plain, StandardCharsets.UTF_8));
  }

  private static byte[] joined(byte[] chunks) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = at;
      while (chunks[end] != '\r') {
        end++;
      }
      int size = Integer.parseInt(new String(chunks, at, end - at, StandardCharsets.US_ASCII), 16);
      if (size == 0) {
        return whole.toByteArray();
      }
      whole.write(chunks, end + 2, size);
      at = end + 2 + size + 2;
    }
  }
}
