package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Signed requests to the app's request URL. */
public final class HttpLine implements Line {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final Clock clock;
  private final String secret;
  private final Duration deadline;
  private volatile @Nullable URI target;

  /** Signs with the secret at the clock's time, and waits so long for an answer. */
  public HttpLine(Clock clock, String secret, Duration deadline) {
    this.clock = clock;
    this.secret = secret;
    this.deadline = deadline;
  }

  /**
   * Points the line at a request URL, after the handshake (page "Events API": url_verification).
   */
  public void connect(URI requestUrl, String token) {
    target = requestUrl;
    ObjectNode challenge =
        Json.of(
            "type",
            "url_verification",
            "challenge",
            "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkv",
            "token",
            token);
    HttpAnswer answer = post(JSON, challenge.toString(), Map.of());
    if (!answer.isSuccess() || !answer.body().contains(challenge.path("challenge").asText())) {
      target = null;
      throw new IllegalStateException("the request URL did not answer the challenge: " + answer);
    }
  }

  /** Points the line nowhere. */
  public void disconnect() {
    target = null;
  }

  @Override
  public boolean isConnected() {
    return target != null;
  }

  @Override
  public Reply send(Parcel parcel, Attempt attempt) {
    Map<String, String> headers = new HashMap<>();
    if (attempt.number() > 0) {
      headers.put("x-slack-retry-num", String.valueOf(attempt.number()));
      headers.put("x-slack-retry-reason", attempt.reason());
    }
    boolean event = parcel.kind() == Parcel.Kind.EVENTS_API;
    return reply(event ? JSON : FORM, body(parcel), headers);
  }

  private static String body(Parcel parcel) {
    return switch (parcel.kind()) {
      case EVENTS_API -> parcel.payload().toString();
      case INTERACTIVE -> "payload=" + encode(parcel.payload().toString());
      case SLASH_COMMANDS -> form(parcel.payload());
    };
  }

  private static String form(ObjectNode fields) {
    return StreamSupport.stream(((Iterable<String>) fields::fieldNames).spliterator(), false)
        .map(name -> name + "=" + encode(fields.path(name).asText()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Reply reply(String contentType, String body, Map<String, String> headers) {
    try {
      HttpResponse<String> response = exchange(contentType, body, signed(body, headers));
      HttpAnswer answer = answer(response);
      boolean again = !response.headers().firstValue("x-slack-no-retry").equals(Optional.of("1"));
      return new Reply(answer, answer.isSuccess() ? "ok" : "http_error", again);
    } catch (HttpTimeoutException e) {
      return Reply.failed("http_timeout");
    } catch (IOException e) {
      return Reply.failed("connection_failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.failed("unknown_error");
    }
  }

  /** Posts any body, properly signed unless the headers say otherwise. */
  public HttpAnswer post(String contentType, String body, Map<String, String> headers) {
    return reply(contentType, body, headers).answer();
  }

  /** Posts any body with these headers only, for forgeries. */
  public HttpAnswer postUnsigned(String contentType, String body, Map<String, String> headers) {
    try {
      return answer(exchange(contentType, body, headers));
    } catch (IOException e) {
      return new HttpAnswer(0, "", String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HttpAnswer(0, "", "interrupted");
    }
  }

  private Map<String, String> signed(String body, Map<String, String> headers) {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    Map<String, String> signed = new HashMap<>(headers);
    signed.put("x-slack-request-timestamp", timestamp);
    signed.put("x-slack-signature", Signature.of(secret, timestamp, body));
    return signed;
  }

  private HttpResponse<String> exchange(
      String contentType, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    URI uri = target;
    if (uri == null) {
      throw new IOException("no request URL");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(deadline)
            .header("Content-Type", contentType)
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpAnswer answer(HttpResponse<String> response) {
    String type = response.headers().firstValue("content-type").orElse("");
    return new HttpAnswer(response.statusCode(), type, response.body());
  }
}
