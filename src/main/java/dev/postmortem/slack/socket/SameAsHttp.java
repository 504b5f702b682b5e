package dev.postmortem.slack.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.postmortem.slack.inbound.EventInbox;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.capture.ArrivalWatch;
import dev.postmortem.workflow.capture.ArrivalWatch.Fate;
import dev.postmortem.workflow.capture.ArrivalWatch.Kind;
import dev.postmortem.workflow.capture.ArrivalWatch.Way;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each envelope to where the same would arrive over HTTP, in the same form: events to the
 * inbox, what people do on purpose to Bolt as a form.
 */
public final class SameAsHttp implements Receiver {
  private static final Logger LOG = LoggerFactory.getLogger(SameAsHttp.class);
  private static final JsonNode NOTHING = MissingNode.getInstance();
  private final EventInbox inbox;
  private final App bolt;
  private final SlackRequestParser parser;
  private final ArrivalWatch watch;

  public SameAsHttp(EventInbox inbox, App bolt, ArrivalWatch watch) {
    this.inbox = inbox;
    this.bolt = bolt;
    this.watch = watch;
    this.parser = new SlackRequestParser(bolt.config());
  }

  @Override
  public Optional<JsonNode> receive(Envelope envelope) {
    long begun = System.nanoTime();
    try {
      return answer(envelope);
    } finally {
      watch.answered(Way.SOCKET, System.nanoTime() - begun);
    }
  }

  private Optional<JsonNode> answer(Envelope envelope) {
    return switch (envelope.type()) {
      case "events_api" ->
          inbox.isKept(envelope.payload()) ? Optional.of(NOTHING) : Optional.empty();
      case "slash_commands" -> asked(fields(envelope.payload()));
      case "interactive" -> asked("payload=" + encoded(envelope.payload().toString()));
      default -> {
        LOG.warn("skipped an envelope of a type that nobody knows");
        watch.came(Kind.OTHER, Fate.SKIPPED);
        yield Optional.of(NOTHING);
      }
    };
  }

  private Optional<JsonNode> asked(String form) {
    HttpRequest request =
        HttpRequest.builder()
            .requestUri("/slack/events")
            .queryString(Map.of())
            .headers(new RequestHeaders(Map.of()))
            .remoteAddress("")
            .requestBody(form)
            .build();
    try {
      Response response = bolt.run(parser.parse(request));
      return response.getStatusCode() == 200 ? Optional.of(answer(response)) : Optional.empty();
    } catch (Exception unexpected) {
      LOG.error("what somebody did could not be answered", unexpected);
      return Optional.empty();
    }
  }

  private static JsonNode answer(Response response) throws JsonProcessingException {
    String body = response.getBody();
    return body == null || body.isBlank() ? NOTHING : Kit.JSON.readTree(body);
  }

  private static String fields(JsonNode payload) {
    return payload.properties().stream()
        .filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
        .map(field -> field.getKey() + "=" + encoded(field.getValue().asText()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
