package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.HeldClock;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A workspace with two people, its page, a program that visits it, and a small app. */
final class Visit implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  final HeldClock clock = HeldClock.at("2026-11-22T14:05:00Z");
  final List<String> received = new CopyOnWriteArrayList<>();
  final Workspace slack;
  final Member joe;
  final Member jane;
  final Channel room;
  final Page page;

  /** What the app answers to a command or an interaction, by its body. */
  volatile UnaryOperator<String> answers = body -> "";

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer app;

  Visit(Optional<Controls> controls) throws IOException {
    slack =
        Workspace.open(
            Workspace.plan()
                .clock(clock)
                .manifest(Files.readString(Path.of("manifest.yml")))
                .patience(PATIENCE)
                .build());
    joe = slack.member("joe", "Joe Bloggs", "Support Staff", ZoneId.of("Europe/London"));
    jane = slack.member("jane", "Jane Doe", "Engineer", ZoneId.of("Asia/Kolkata"));
    room = slack.channel("inc-42", joe, jane).invite(slack.bot());
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    app.createContext("/", this::serve);
    app.start();
    slack.connect(URI.create("http://127.0.0.1:" + app.getAddress().getPort() + "/slack/events"));
    Setting.Words words =
        new Setting.Words(
            List.of(new Setting.Hint("/pm note", "TEXT", "adds a note")),
            Map.of("pushpin", "Key Points"),
            Map.of("pushpin", "P"));
    Setting.Opening opening = new Setting.Opening("joe", "inc-42", List.of("Welcome."));
    page = Page.open(slack, new Setting(0, opening, words, controls));
  }

  Visit() throws IOException {
    this(Optional.empty());
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(body);
    String challenge = Json.tryParse(body).map(json -> json.path("challenge").asText()).orElse("");
    String answer = challenge.isEmpty() ? answers.apply(body) : challenge;
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    boolean json = answer.startsWith("{");
    exchange.getResponseHeaders().set("Content-Type", json ? "application/json" : "text/plain");
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String origin() {
    String address = page.address().toString();
    return address.substring(0, address.length() - 1);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(page.address().resolve(path)).build());
  }

  JsonNode look(String path) {
    return Json.parse(get(path).body());
  }

  JsonNode messages(Member who) {
    return look("/channels/" + room.id() + "/messages?as=" + who.id()).path("messages");
  }

  HttpResponse<String> post(String path, String origin, String type, String body) {
    return send(
        HttpRequest.newBuilder(page.address().resolve(path))
            .header("Origin", origin)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Does something in the room, as somebody. */
  JsonNode does(Member who, String verb, Object... namesAndValues) {
    ObjectNode deed = Json.of(namesAndValues);
    deed.put("as", who.id()).put("verb", verb);
    if (!deed.has("channel")) {
      deed.put("channel", room.id());
    }
    return Json.parse(post("/do", origin(), "application/json", deed.toString()).body());
  }

  HttpResponse<String> plays(ObjectNode command) {
    return post("/play", origin(), "application/json", command.toString());
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

  /** A request as it is written here, and the whole answer. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  Listener listen(Member who) {
    return new Listener(who);
  }

  /** A page that listens for somebody. */
  final class Listener implements AutoCloseable {
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Thread thread;

    Listener(Member who) {
      HttpRequest request =
          HttpRequest.newBuilder(page.address().resolve("/stream?as=" + who.id())).build();
      HttpResponse<java.io.InputStream> response;
      try {
        response = client.send(request, BodyHandlers.ofInputStream());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
      thread = new Thread(() -> read(response.body()));
      thread.setDaemon(true);
      thread.start();
      next("hello");
    }

    private void read(java.io.InputStream body) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        String kind = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("event: ")) {
            kind = line.substring(7);
          } else if (line.startsWith("data: ")) {
            heard.add(new Heard(kind, Json.parse(line.substring(6))));
          }
        }
      } catch (IOException end) {
        heard.add(new Heard("end", Json.of()));
      }
    }

    /** The next event of this kind; what comes before it is passed over. */
    JsonNode next(String kind) {
      try {
        for (Heard one = poll(); ; one = poll()) {
          if (one == null) {
            throw new AssertionError("waited in vain for " + kind);
          }
          if (one.kind().equals(kind)) {
            return one.data();
          }
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private Heard poll() throws InterruptedException {
      return heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }

  record Heard(String kind, JsonNode data) {}

  @Override
  public void close() {
    page.close();
    app.stop(0);
    slack.close();
  }
}
