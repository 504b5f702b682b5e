package dev.postmortem.rehearsal;

/** A file of the workspace: what it is, where it is fetched with a token, and the bytes. */
@SuppressWarnings("ArrayRecordComponent")
public record SlackFile(String id, String name, String mimetype, String url, byte[] bytes) {
  /** The bytes as UTF-8. */
  public String content() {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }
}
