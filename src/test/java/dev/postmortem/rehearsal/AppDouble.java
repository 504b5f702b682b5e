package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postmortem.rehearsal.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small app at the other end of the line: it keeps what it gets and answers as the test says. */
final class AppDouble implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Workspace slack;
  private final HttpServer server;
  private volatile Function<Received, Answer> answers = request -> new Answer(200, "");

  record Answer(int status, String body) {}

  record Received(Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .flatMap(header -> header.getValue().stream())
          .findFirst()
          .orElse("");
    }

    ObjectNode form() {
      ObjectNode form = Json.of();
      for (String pair : body.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
      return form;
    }

    JsonNode payload() {
      return body.startsWith("payload=") ? Json.parse(form().path("payload").asText()) : Json.of();
    }

    JsonNode envelope() {
      return body.startsWith("{") ? Json.parse(body) : Json.of();
    }

    JsonNode event() {
      return envelope().path("event");
    }
  }

  AppDouble(Workspace slack) {
    this.slack = slack;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/slack/events", this::serve);
    server.start();
    slack.connect(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events"));
    received.clear();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Received request = new Received(Map.copyOf(exchange.getRequestHeaders()), body);
    received.add(request);
    JsonNode challenge = request.envelope().path("challenge");
    Answer answer =
        challenge.isTextual() ? new Answer(200, challenge.asText()) : answers.apply(request);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", answer.body().startsWith("{") ? "application/json" : "text/plain");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  AppDouble answers(Function<Received, Answer> how) {
    answers = how;
    return this;
  }

  AppDouble acknowledges(String body) {
    return answers(request -> new Answer(200, body));
  }

  List<Received> received() {
    return received;
  }

  Stream<JsonNode> events(String type) {
    return received.stream()
        .map(Received::event)
        .filter(event -> event.path("type").asText().equals(type));
  }

  /** The last command, click or submission, whatever events came after it. */
  Received lastGesture() {
    return received.stream()
        .filter(request -> !request.body().startsWith("{"))
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  Received last() {
    return received.get(received.size() - 1);
  }

  /** Calls the Web API with JSON, as the bot. */
  JsonNode call(String method, Object... namesAndValues) {
    return Json.parse(callRaw(method, slack.botToken(), Json.of(namesAndValues)).body());
  }

  HttpResponse<String> callRaw(String method, String token, ObjectNode args) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(args.toString()))
            .build();
    return send(request);
  }

  HttpResponse<String> callForm(String method, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return post(slack.apiUrl() + method, "application/x-www-form-urlencoded", body);
  }

  HttpResponse<String> post(String url, String contentType, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
