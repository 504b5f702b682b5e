package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the address of a workspace in what was said there: an export does not tell it, but the link
 * to a file of its own begins with it.
 */
public final class WorkspaceAddress {
  private static final Pattern LINK =
      Pattern.compile("(https://[a-z0-9-]{1,80}(?:\\.enterprise)?\\.slack\\.com/)files/.*");

  private WorkspaceAddress() {}

  /** The address, if a file of this workspace hangs on the message. */
  public static Optional<String> in(JsonNode message, String team) {
    List<JsonNode> files = new ArrayList<>(List.of(message.path("file")));
    message.path("files").forEach(files::add);
    for (JsonNode file : files) {
      Matcher link = LINK.matcher(file.path("permalink").asText(""));
      boolean own = file.path("url_private").asText("").contains("/files-pri/" + team + "-");
      if (own && link.matches()) {
        return Optional.of(link.group(1));
      }
    }
    return Optional.empty();
  }
}
