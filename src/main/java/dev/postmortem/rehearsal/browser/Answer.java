package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.state.StoredFile;
import dev.postmortem.rehearsal.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What the page is sent.
 *
 * @param disposition of a file; empty for what is shown as it is
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Answer(int status, String type, byte[] body, String disposition) {
  /** Pictures that cannot carry script; anything else of a person's is only ever saved. */
  private static final Set<String> PICTURES =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  static Answer json(JsonNode json) {
    return json(200, json);
  }

  static Answer json(int status, JsonNode json) {
    return new Answer(
        status,
        "application/json; charset=utf-8",
        json.toString().getBytes(StandardCharsets.UTF_8),
        "");
  }

  static Answer of(Rejection rejection) {
    return json(
        rejection.status(), Json.of("ok", false, "error", String.valueOf(rejection.getMessage())));
  }

  static Answer of(StoredFile file) {
    boolean picture = PICTURES.contains(file.mimetype());
    String name = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
    return new Answer(
        200,
        picture ? file.mimetype() : "application/octet-stream",
        file.bytes(),
        (picture ? "inline" : "attachment") + "; filename=\"" + name + "\"");
  }
}
