package dev.postmortem.rehearsal.api;

import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.gesture.Replies;
import dev.postmortem.rehearsal.state.StoredFile;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.wire.Activity;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What stands at which path: the Web API, uploads, files, response URLs. */
public final class Routes extends Handler.Abstract {
  private static final String LOGIN =
      "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>";

  /** The name under which downloads of files have their faults. */
  private static final String DOWNLOAD = "files-pri";

  private final WebApi api;
  private final Team team;
  private final Replies replies;
  private final Tokens tokens;
  private final Activity activity;

  /** For this workspace. */
  public Routes(WebApi api, Team team, Replies replies, Tokens tokens, Activity activity) {
    this.api = api;
    this.team = team;
    this.replies = replies;
    this.tokens = tokens;
    this.activity = activity;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    activity.begin();
    try (InputStream in = Content.Source.asInputStream(request)) {
      route(new Exchange(request, response, callback), in.readAllBytes());
      return true;
    } finally {
      activity.end();
    }
  }

  private record Exchange(Request request, Response response, Callback callback) {
    String path() {
      return Request.getPathInContext(request);
    }

    String header(HttpHeader header) {
      return Optional.ofNullable(request.getHeaders().get(header)).orElse("");
    }

    String bearer() {
      return header(HttpHeader.AUTHORIZATION).replaceFirst("(?i)^Bearer\\s+", "");
    }

    void send(int status, String contentType, byte[] body) {
      response.setStatus(status);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
      response.write(true, ByteBuffer.wrap(body), callback);
    }

    void send(int status, String contentType, String body) {
      send(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void route(Exchange exchange, byte[] body) {
    String path = exchange.path();
    if (path.startsWith("/api/")) {
      call(exchange, path.substring(5), new String(body, StandardCharsets.UTF_8));
    } else if (path.startsWith("/upload/v1/")) {
      upload(exchange, path.substring(11), body);
    } else if (path.startsWith("/files-pri/")) {
      download(exchange);
    } else {
      reply(exchange, new String(body, StandardCharsets.UTF_8));
    }
  }

  private void call(Exchange exchange, String method, String body) {
    String query = Optional.ofNullable(exchange.request().getHttpURI().getQuery()).orElse("");
    Args args = Args.read(exchange.header(HttpHeader.CONTENT_TYPE), body, query);
    String token = exchange.bearer().isEmpty() ? args.text("token").orElse("") : exchange.bearer();
    ApiAnswer answer = api.call(method, args, token);
    if (answer.delay().isZero()) {
      send(exchange, answer);
    } else {
      CompletableFuture.delayedExecutor(answer.delay().toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> send(exchange, answer));
    }
  }

  private void send(Exchange exchange, ApiAnswer answer) {
    if (answer.drop()) {
      exchange.request().getConnectionMetaData().getConnection().getEndPoint().close();
      exchange.callback().succeeded();
      return;
    }
    exchange.response().getHeaders().put("x-oauth-scopes", api.grantedScopes());
    if (answer.retryAfter() > 0) {
      exchange
          .response()
          .getHeaders()
          .put(HttpHeader.RETRY_AFTER, String.valueOf(answer.retryAfter()));
    }
    boolean json = !answer.isPage() && (answer.status() == 200 || answer.status() == 429);
    exchange.send(
        answer.status(),
        json ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
        json ? answer.json().toString() : "<html><body>Server Error</body></html>");
  }

  private void upload(Exchange exchange, String fileId, byte[] body) {
    byte[] bytes = Multipart.file(exchange.header(HttpHeader.CONTENT_TYPE), body);
    try {
      team.locked(
          () -> {
            team.files().receive(fileId, bytes);
            return fileId;
          });
      exchange.send(200, "text/plain", "OK - " + bytes.length);
    } catch (Refusal e) {
      exchange.send(400, "text/plain", e.code());
    }
  }

  /** With a bad token, or without the scope, Slack answers 200 and the page to sign in. */
  private void download(Exchange exchange) {
    if (!tokens.opensFiles(exchange.bearer()) || !api.grantedScopes().contains("files:read")) {
      exchange.send(200, "text/html; charset=utf-8", LOGIN);
      return;
    }
    Optional<ApiAnswer> fault = api.faultOf(DOWNLOAD);
    if (fault.isPresent()) {
      send(exchange, fault.get());
      return;
    }
    Optional<String> moved = team.locked(() -> team.files().movedTo(exchange.path()));
    if (moved.isPresent()) {
      exchange.response().getHeaders().put(HttpHeader.LOCATION, moved.get());
      exchange.send(302, "text/html; charset=utf-8", "");
      return;
    }
    Optional<StoredFile> file = team.locked(() -> team.files().at(exchange.path()));
    if (file.isPresent()) {
      exchange.send(200, file.get().mimetype(), file.get().bytes());
    } else {
      exchange.send(404, "text/html; charset=utf-8", LOGIN);
    }
  }

  private void reply(Exchange exchange, String body) {
    try {
      team.locked(
          () -> {
            replies.post(
                exchange.path(),
                Json.tryParse(body).orElseThrow(() -> new Refusal("invalid_payload")));
            return body;
          });
      exchange.send(200, "text/plain", "ok");
    } catch (Refusal e) {
      exchange.send(e.code().endsWith("_url") ? 404 : 400, "text/plain", e.code());
    }
  }
}
