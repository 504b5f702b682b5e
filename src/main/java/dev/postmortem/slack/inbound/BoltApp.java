package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.Slack;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.postmortem.slack.commands.Asked;
import dev.postmortem.slack.modals.Reply;
import dev.postmortem.slack.outbound.WayBack;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Registers everything with Bolt. Requests arrive here, verified; each is answered within
 * milliseconds.
 */
public final class BoltApp {
  private static final Pattern ANY = Pattern.compile("(?s).*");

  /** Bolt takes one event for a request of another kind, and would refuse it. */
  private static final Set<RequestType> EVENTS =
      Set.of(RequestType.Event, RequestType.WorkflowStepExecute);

  private final EventInbox inbox;
  private final Front front;

  BoltApp(EventInbox inbox, Front front) {
    this.inbox = inbox;
    this.front = front;
  }

  /** The app; the signature is checked in front of it, and in Socket Mode there is none. */
  public App build(Slack slack, String token) {
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .singleTeamBotToken(token)
            .requestVerificationEnabled(false)
            .allEventsApiAutoAckEnabled(true)
            // its own filter calls bots.info for every alert and fails on "user": null
            .ignoringSelfEventsEnabled(false)
            // otherwise a failed auth.test within a request shuts everybody out for ten minutes
            .authTestCacheExpirationMillis(-1L)
            .build();
    config.setClientId(null);
    config.setClientSecret(null);
    App app = new App(config);
    app.use(
        (request, response, chain) ->
            EVENTS.contains(request.getRequestType()) ? event(request) : chain.next(request));
    app.command(ANY, (request, context) -> command(request));
    app.blockAction(
        ANY,
        (request, context) -> {
          front.click(payload(request));
          return context.ack();
        });
    app.viewSubmission(ANY, (request, context) -> submission(request));
    app.viewClosed(
        ANY,
        (request, context) -> {
          front.closed(payload(request));
          return context.ack();
        });
    for (String shortcut : List.of(Front.ADD_SHORTCUT, Front.TASK_SHORTCUT)) {
      app.messageShortcut(
          shortcut,
          (request, context) -> {
            front.messageShortcut(payload(request));
            return context.ack();
          });
    }
    app.globalShortcut(
        Front.START_SHORTCUT,
        (request, context) -> {
          front.globalShortcut(payload(request));
          return context.ack();
        });
    return app;
  }

  /**
   * 200 means that it is on disk; otherwise Slack is asked to send it again. Only Socket Mode comes
   * here; over HTTP the {@link Doorway} is quicker.
   */
  private Response event(Request<?> request) {
    return inbox.isKept(request.getRequestBodyAsString())
        ? Response.ok()
        : Response.builder().statusCode(503).body("not kept").build();
  }

  private Response command(SlashCommandRequest request) {
    SlashCommandPayload payload = request.getPayload();
    String name = payload.getChannelName() == null ? "" : payload.getChannelName();
    WayBack back =
        new WayBack(
            payload.getUserId(),
            payload.getChannelId(),
            name,
            null,
            payload.getResponseUrl(),
            payload.getTriggerId());
    Place place = new Place(payload.getTeamId(), payload.getChannelId(), payload.getUserId());
    String text = payload.getText() == null ? "" : payload.getText();
    return answer(front.typed(new Asked(place, "", payload.getTriggerId(), back), text));
  }

  private static Response answer(Answer answer) {
    if (answer.isEmpty()) {
      return Response.ok();
    }
    ObjectNode body = Kit.JSON.createObjectNode().put("response_type", "ephemeral");
    body.put("text", answer.text());
    if (!answer.blocks().isEmpty()) {
      body.set("blocks", Kit.blocks(answer.blocks()));
    }
    return json(body.toString());
  }

  private Response submission(Request<?> request) {
    Reply reply = front.submit(payload(request));
    return reply.json().isEmpty() ? Response.ok() : json(reply.json());
  }

  private static Response json(String body) {
    return Response.builder()
        .statusCode(200)
        .contentType("application/json; charset=utf-8")
        .body(body)
        .build();
  }

  /** The payload as Slack sent it: a form field over HTTP, the body itself in Socket Mode. */
  private static JsonNode payload(Request<?> request) {
    String body = request.getRequestBodyAsString();
    String json =
        body.startsWith("payload=")
            ? URLDecoder.decode(body.substring("payload=".length()), StandardCharsets.UTF_8)
            : body;
    try {
      return Kit.JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      // without its cause, which may quote what was typed
      throw new IllegalArgumentException("a payload that is no JSON");
    }
  }
}
