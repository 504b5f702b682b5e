package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.App;
import java.time.Instant;
import java.util.Locale;

/**
 * A file. Its bytes are there as soon as they were sent; it is seen by others once it is shared.
 *
 * @param owner the user who uploaded it
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on as they came, never compared
public record StoredFile(
    String id,
    String name,
    String title,
    String mimetype,
    String owner,
    Instant created,
    byte[] bytes) {

  StoredFile withBytes(byte[] content) {
    return new StoredFile(id, name, title, mimetype, owner, created, content);
  }

  StoredFile withTitle(String value) {
    return new StoredFile(id, name, value, mimetype, owner, created, bytes);
  }

  /** The path of its address on the workspace's server. */
  public String path(String teamId) {
    return "/files-pri/"
        + teamId
        + "-"
        + id
        + "/"
        + name.replaceAll("[^A-Za-z0-9._-]", "_").toLowerCase(Locale.ROOT);
  }

  /** The file object (page "File object"). */
  public ObjectNode json(App app, String baseUrl) {
    String url = baseUrl + path(app.teamId());
    String permalink =
        "https://" + app.domain() + ".slack.com/files/" + owner + "/" + id + "/" + name;
    ObjectNode json =
        Json.of(
            "id",
            id,
            "created",
            created.getEpochSecond(),
            "timestamp",
            created.getEpochSecond(),
            "name",
            name,
            "title",
            title,
            "mimetype",
            mimetype,
            "filetype",
            filetype(),
            "pretty_type",
            filetype().toUpperCase(Locale.ROOT),
            "user",
            owner,
            "user_team",
            app.teamId(),
            "editable",
            false,
            "size",
            bytes.length,
            "mode",
            "hosted",
            "is_external",
            false,
            "external_type",
            "",
            "is_public",
            true,
            "public_url_shared",
            false,
            "display_as_bot",
            false,
            "username",
            "",
            "url_private",
            url,
            "url_private_download",
            url,
            "permalink",
            permalink);
    return json.put("has_rich_preview", false)
        .put("file_access", "visible")
        .put("media_display_type", "unknown");
  }

  private String filetype() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "text" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
