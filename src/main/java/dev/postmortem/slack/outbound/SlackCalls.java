package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import dev.postmortem.workflow.CallWatch;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.FormBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Calls Slack's Web API and gives the answer as it came: the typed classes of the client lose what
 * they do not know. Each call goes through its {@link Lanes lane}. Never tries again; that is for
 * whoever calls.
 */
public final class SlackCalls {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What these make would be there twice, or be refused the second time. */
  private static final Set<String> MAKING =
      Set.of("chat.postMessage", "files.completeUploadExternal", "canvases.create");

  private final MethodsClient client;
  private final MethodsClient careful;
  private final String token;
  private final Lanes lanes;

  /**
   * Calls as this bot.
   *
   * @param once a client that never sends a request twice by itself; what makes something goes
   *     through it
   * @param clock tells when a pause that Slack asked for is over
   */
  public SlackCalls(Slack slack, Slack once, String token, Clock clock, CallWatch watch) {
    this.lanes = new Lanes(clock, watch);
    this.client = slack.methods(token);
    this.careful = once.methods(token);
    this.token = token;
  }

  /**
   * Calls a method. An argument that is empty is left out.
   *
   * @throws SlackFault when Slack refuses, is busy, or cannot be reached
   */
  public JsonNode call(String method, Map<String, ?> arguments) throws SlackFault {
    FormBody.Builder form = new FormBody.Builder();
    new TreeMap<>(arguments)
        .forEach(
            (name, value) -> {
              String text = String.valueOf(value);
              if (!text.isEmpty()) {
                form.add(name, text);
              }
            });
    return lanes.through(method, arguments.get("channel"), () -> send(method, form));
  }

  private JsonNode send(String method, FormBody.Builder form) throws SlackFault {
    MethodsClient chosen = MAKING.contains(method) ? careful : client;
    try (Response response = chosen.runPostFormWithToken(form, method, token)) {
      return read(method, response);
    } catch (IOException away) {
      throw SlackFault.away(method, away);
    }
  }

  /**
   * Who the bot is.
   *
   * @param answer of auth.test
   * @param scopes that were granted to the token: Slack names them with each answer
   * @param date Slack's time, to the second
   */
  public record Introduced(JsonNode answer, Set<String> scopes, Optional<Instant> date) {}

  /** Asks who the bot is, and what may be known beside. */
  public Introduced introduce() throws SlackFault {
    return lanes.through("auth.test", null, this::askWhoIAm);
  }

  private Introduced askWhoIAm() throws SlackFault {
    try (Response response =
        client.runPostFormWithToken(new FormBody.Builder(), "auth.test", token)) {
      JsonNode answer = read("auth.test", response);
      String scopes = String.valueOf(response.header("x-oauth-scopes", ""));
      Date date = response.headers().getDate("Date");
      return new Introduced(
          answer,
          Set.of(scopes.split("[,\\s]+", -1)),
          Optional.ofNullable(date).map(Date::toInstant));
    } catch (IOException away) {
      throw SlackFault.away("auth.test", away);
    }
  }

  /** How many calls are made or wait for their turn. */
  public int inside() {
    return lanes.inside();
  }

  /** With how many methods or channels Slack wants to be left alone. */
  public int resting() {
    return lanes.resting();
  }

  /** The bot's token. */
  public String token() {
    return token;
  }

  /** The exception for what is no JSON quotes it, so nobody hears of it. */
  private static JsonNode tree(ResponseBody body) throws IOException {
    byte[] bytes = body.bytes();
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }

  private static JsonNode read(String method, Response response) throws IOException, SlackFault {
    if (response.code() == 429) {
      throw SlackFault.busy(method, response.header("Retry-After"));
    }
    ResponseBody body = response.body();
    if (!response.isSuccessful() || body == null) {
      throw SlackFault.http(method, response.code());
    }
    JsonNode answer = tree(body);
    if (!answer.isObject()) {
      throw SlackFault.http(method, response.code());
    }
    if (!answer.path("ok").asBoolean()) {
      if (response.header("Retry-After") != null) {
        throw SlackFault.busy(method, response.header("Retry-After"));
      }
      throw SlackFault.refused(method, answer);
    }
    return answer;
  }
}
