package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.Slack;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.MiddlewareChain;
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
import dev.postmortem.workflow.capture.ArrivalWatch;
import dev.postmortem.workflow.capture.ArrivalWatch.Fate;
import dev.postmortem.workflow.capture.ArrivalWatch.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers with Bolt whatever people do on purpose. Requests arrive here, verified; each is
 * answered within milliseconds. Events go to the {@link EventInbox} instead.
 */
public final class BoltApp {
  private static final Logger LOG = LoggerFactory.getLogger(BoltApp.class);
  private static final Pattern ANY = Pattern.compile("(?s).*");
  private static final String FIELD = "payload=";

  private static final Map<RequestType, Kind> KINDS =
      Map.of(
          RequestType.Command, Kind.COMMAND,
          RequestType.BlockAction, Kind.CLICK,
          RequestType.ViewSubmission, Kind.WINDOW,
          RequestType.ViewClosed, Kind.WINDOW,
          RequestType.MessageShortcut, Kind.SHORTCUT,
          RequestType.GlobalShortcut, Kind.SHORTCUT);

  private final Front front;
  private final ArrivalWatch watch;

  BoltApp(Front front, ArrivalWatch watch) {
    this.front = front;
    this.watch = watch;
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
    app.use((request, response, chain) -> taken(request, chain));
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

  /** What fails here is said without what was typed, which the library would print. */
  private Response taken(Request<?> request, MiddlewareChain chain) throws Exception {
    Kind kind = KINDS.getOrDefault(request.getRequestType(), Kind.OTHER);
    try {
      Response answer = chain.next(request);
      watch.came(kind, kind == Kind.OTHER ? Fate.SKIPPED : Fate.KEPT);
      return answer;
    } catch (RuntimeException unexpected) {
      watch.came(kind, Fate.FAILED);
      LOG.error("a request of the kind {} failed", kind, unexpected);
      return Response.error(500);
    }
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

  /** The payload as Slack sent it, in a field of a form. */
  private static JsonNode payload(Request<?> request) {
    String body = request.getRequestBodyAsString();
    String json = body.startsWith(FIELD) ? body.substring(FIELD.length()) : body;
    try {
      return Kit.JSON.readTree(URLDecoder.decode(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException broken) {
      // without its cause, which may quote what was typed
      throw new IllegalArgumentException("a payload that is no JSON");
    }
  }
}
