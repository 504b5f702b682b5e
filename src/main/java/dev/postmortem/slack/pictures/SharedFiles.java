package dev.postmortem.slack.pictures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.SharedPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the pictures among a message's files (docs.slack.dev, "File object"). A file from another
 * workspace may be no more than an id, of which Slack has to be asked.
 */
final class SharedFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is gone, or is not at Slack. */
  private static final Set<String> NOT_THERE = Set.of("tombstone", "external", "quip");

  private SharedFiles() {}

  /** Whether a message may have files; a look that costs nothing. */
  static boolean mayBeIn(Message message) {
    return message.raw().contains("\"files\":[{");
  }

  static List<SharedPicture> in(Message message) {
    List<SharedPicture> pictures = new ArrayList<>();
    try {
      JsonNode json = JSON.readTree(message.raw());
      read(message.key().team(), json.path("files"), pictures);
      for (JsonNode attachment : json.path("attachments")) {
        read(message.key().team(), attachment.path("files"), pictures);
      }
    } catch (JsonProcessingException none) {
      pictures.clear();
    }
    return pictures;
  }

  private static void read(String team, JsonNode files, List<SharedPicture> into) {
    for (JsonNode file : files) {
      picture(team, file)
          .filter(picture -> into.stream().noneMatch(it -> it.file().equals(picture.file())))
          .ifPresent(into::add);
    }
  }

  /** Slack hides it from a workspace that does not pay; nobody took it back, so a copy stays. */
  private static boolean isHidden(JsonNode file) {
    return file.path("mode").asText("").equals("hidden_by_limit");
  }

  /** The picture that a file is, if it is one, or may be one. */
  static Optional<SharedPicture> picture(String team, JsonNode file) {
    String id = file.path("id").asText("");
    if (id.isEmpty() || NOT_THERE.contains(file.path("mode").asText(""))) {
      return Optional.empty();
    }
    boolean unknown =
        file.path("file_access").asText("").equals("check_file_info") || isHidden(file);
    String mime = file.path("mimetype").asText("");
    String url = file.path("url_private_download").asText(file.path("url_private").asText(""));
    if (!unknown && (!mime.startsWith("image/") || url.isEmpty())) {
      return Optional.empty();
    }
    String name = file.path("name").asText("");
    long size = file.path("size").asLong(0);
    return Optional.of(new SharedPicture(team, id, name, mime, unknown ? "" : url, size));
  }
}
