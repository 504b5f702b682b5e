package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.util.http.SlackHttpClient;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells somebody something that nobody else sees: by the way back they came on, else by direct
 * message.
 */
public final class PrivateReplies {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateReplies.class);
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private final SlackHttpClient http;
  private final SlackCalls calls;

  public PrivateReplies(SlackHttpClient http, SlackCalls calls) {
    this.http = http;
    this.calls = calls;
  }

  /**
   * Answers; when the way back is closed, the person gets a direct message. Call it from an errand.
   */
  public void reply(WayBack back, Answer answer) throws SlackFault {
    if (answer.isEmpty() || respond(back, answer) || postEphemeral(back, answer)) {
      return;
    }
    direct(back.user(), answer);
  }

  /** Sends a direct message. */
  public void direct(String user, Answer answer) throws SlackFault {
    String channel =
        calls.call("conversations.open", Map.of("users", user)).path("channel").path("id").asText();
    calls.call("chat.postMessage", message(channel, answer));
  }

  private boolean respond(WayBack back, Answer answer) {
    if (back.responseUrl().isEmpty()) {
      return false;
    }
    ObjectNode body = Kit.JSON.createObjectNode();
    body.put("response_type", "ephemeral").put("replace_original", false);
    body.put("text", answer.text());
    if (!answer.blocks().isEmpty()) {
      body.set("blocks", Kit.blocks(answer.blocks()));
    }
    Request request =
        new Request.Builder()
            .url(back.responseUrl())
            .post(RequestBody.create(body.toString(), JSON))
            .build();
    try (Response response = http.getOkHttpClient().newCall(request).execute()) {
      return response.isSuccessful();
    } catch (IOException | IllegalArgumentException away) {
      // without its message, which may hold the address, and whoever knows that can answer too
      LOG.info("a response_url did not answer: {}", away.getClass().getSimpleName());
      return false;
    }
  }

  private boolean postEphemeral(WayBack back, Answer answer) {
    if (back.channel().isEmpty()) {
      return false;
    }
    Map<String, Object> message = message(back.channel(), answer);
    message.put("user", back.user());
    message.put("thread_ts", back.thread() == null ? "" : back.thread());
    try {
      calls.call("chat.postEphemeral", message);
      return true;
    } catch (SlackFault notThere) {
      LOG.info("no private answer in the channel: {}", notThere.getMessage());
      return false;
    }
  }

  private static Map<String, Object> message(String channel, Answer answer) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("channel", channel);
    message.put("text", answer.text());
    message.put("blocks", answer.blocks().isEmpty() ? "" : Kit.blocks(answer.blocks()).toString());
    message.put("unfurl_links", false);
    message.put("unfurl_media", false);
    return message;
  }
}
