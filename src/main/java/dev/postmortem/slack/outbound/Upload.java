package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.slack.api.util.http.SlackHttpClient;
import dev.postmortem.slack.views.Kit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shares files in Slack, finds those that were shared, and takes them away. */
public final class Upload {
  private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
  private static final int LOOKED_THROUGH = 200;
  private final SlackCalls calls;
  private final SlackHttpClient http;

  public Upload(SlackCalls calls, SlackHttpClient http) {
    this.calls = calls;
    this.http = http;
  }

  /**
   * Where files are shared.
   *
   * @param thread the thread's parent, empty outside of threads
   */
  public record Spot(String channel, String thread) {}

  /**
   * A file to be shared.
   *
   * @param name with its ending
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
  public record Paper(String name, byte[] bytes) {}

  /**
   * Shares files in one message, by the three steps of docs.slack.dev, "Working with files".
   *
   * @param words what stands above them, in Slack's markup; empty for nothing
   * @return their ids
   */
  public List<String> share(Spot spot, List<Paper> papers, String words) throws SlackFault {
    List<String> ids = new ArrayList<>();
    ArrayNode files = Kit.JSON.createArrayNode();
    for (Paper paper : papers) {
      String id = send(paper);
      ids.add(id);
      files.addObject().put("id", id).put("title", paper.name());
    }
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("files", files);
    call.put("channel_id", spot.channel());
    call.put("thread_ts", spot.thread());
    call.put("initial_comment", words);
    calls.call("files.completeUploadExternal", call);
    return ids;
  }

  private String send(Paper paper) throws SlackFault {
    JsonNode ticket =
        calls.call(
            "files.getUploadURLExternal",
            Map.of("filename", paper.name(), "length", paper.bytes().length));
    Request request =
        new Request.Builder()
            .url(ticket.path("upload_url").asText())
            .post(RequestBody.create(paper.bytes(), MediaType.get("application/octet-stream")))
            .build();
    try (Response response = http.getOkHttpClient().newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw SlackFault.http("upload", response.code());
      }
    } catch (IOException away) {
      throw SlackFault.away("upload", away);
    }
    return ticket.path("file_id").asText();
  }

  /**
   * Looks among the latest messages for one with all of these files.
   *
   * @param others ids of files that are not meant
   * @return their ids in the order of the names; empty when they are not there
   */
  public List<String> find(Spot spot, List<String> names, Collection<String> others)
      throws SlackFault {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("channel", spot.channel());
    wanted.put("ts", spot.thread());
    wanted.put("limit", LOOKED_THROUGH);
    String method = spot.thread().isEmpty() ? "conversations.history" : "conversations.replies";
    for (JsonNode message : calls.call(method, wanted).path("messages")) {
      Map<String, String> there = new HashMap<>();
      for (JsonNode file : message.path("files")) {
        there.put(file.path("name").asText(), file.path("id").asText());
      }
      there.values().removeIf(others::contains);
      if (there.keySet().containsAll(names)) {
        return names.stream().map(there::get).toList();
      }
    }
    return List.of();
  }

  /** Takes a file away, with the message that shows it; one that is gone already is no fault. */
  public void remove(String file) throws SlackFault {
    try {
      JsonNode shares = calls.call("files.info", Map.of("file", file)).at("/file/shares");
      for (JsonNode kind : shares) {
        for (Map.Entry<String, JsonNode> channel : kind.properties()) {
          for (JsonNode share : channel.getValue()) {
            removeMessage(channel.getKey(), share.path("ts").asText());
          }
        }
      }
      calls.call("files.delete", Map.of("file", file));
    } catch (SlackFault fault) {
      if (fault.isPassing()) {
        throw fault;
      }
      LOG.info("an older file stays: {}", fault.getMessage());
    }
  }

  private void removeMessage(String channel, String ts) throws SlackFault {
    try {
      calls.call("chat.delete", Map.of("channel", channel, "ts", ts));
    } catch (SlackFault fault) {
      if (!fault.is("message_not_found")) {
        throw fault;
      }
    }
  }
}
