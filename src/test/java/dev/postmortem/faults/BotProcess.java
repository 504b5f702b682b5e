package dev.postmortem.faults;

import dev.postmortem.Main;
import dev.postmortem.rehearsal.Workspace;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The bot as a process of its own, always at the same port. */
public final class BotProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** It lives for seconds only, so it is not worth to check and compile its code with care. */
  private static final List<String> QUICK =
      List.of(
          "-Xmx256m",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote",
          "-Dfile.encoding=UTF-8");

  private final Map<String, String> environment = new HashMap<>();
  private String code = System.getProperty("java.class.path");
  private final Path log;
  private final int port = freePort();
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;

  /**
   * A bot for this workspace that keeps its data in the directory and publishes to #postmortems; it
   * is not started yet.
   */
  public BotProcess(Workspace slack, Path data) {
    log = data.resolve("bot.log");
    with("SLACK_BOT_TOKEN", slack.botToken());
    with("SLACK_SIGNING_SECRET", slack.signingSecret());
    with("SLACK_API_URL", slack.apiUrl());
    with("PM_BIND", "127.0.0.1");
    with("PM_PORT", String.valueOf(port));
    with("PM_BROADCAST_CHANNEL", "#postmortems");
    with("PM_DATABASE_URL", "jdbc:h2:file:" + data.resolve("postmortem"));
  }

  /** Sets a variable of its environment. */
  public BotProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Another version of it, from the next start on: the path of a jar. */
  public BotProcess of(Path jar) {
    code = jar.toString();
    return this;
  }

  /** The version that is tested, from the next start on. */
  public BotProcess ofThisVersion() {
    code = System.getProperty("java.class.path");
    return this;
  }

  /** The port that it listens at. */
  public int port() {
    return port;
  }

  /** Where Slack sends everything. */
  public URI requestUrl() {
    return URI.create("http://127.0.0.1:" + port + "/slack/events");
  }

  /** Starts it, and waits until it is ready. */
  public void start() throws Exception {
    launch();
    awaitReady();
  }

  /** Starts it, and waits for nothing. */
  public void launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK);
    command.addAll(List.of("-cp", code));
    command.addAll(List.of(Main.class.getName(), "serve"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  /** Waits until it is ready. */
  public void awaitReady() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the bot did not start:\n" + Files.readString(log));
      }
      Thread.sleep(20);
    }
  }

  private boolean isReady() throws InterruptedException {
    return asked("/readyz").equals("200 ok");
  }

  /** What it answers at a path, status and words; only a zero when it does not. */
  public String asked(String path) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException nobody) {
      return "0";
    }
  }

  /** Tells it to end (SIGTERM), and answers how it did; it has twenty seconds. */
  public End end() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** The exit code of {@code check} with its settings; what it says is printed. */
  public int check() {
    return Main.run(environment, "check");
  }

  /** Waits until it ends by itself, for twenty seconds at most. */
  public End awaitEnd() throws InterruptedException {
    long begun = System.nanoTime();
    boolean ended = process.waitFor(20, TimeUnit.SECONDS);
    return new End(ended ? process.exitValue() : -1, Duration.ofNanos(System.nanoTime() - begun));
  }

  /** How it ended: with which code, and how long that took. */
  public record End(int code, Duration took) {}

  /** Ends it without warning (SIGKILL). */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Holds it up, or lets it go on (SIGSTOP, SIGCONT). */
  public void hold(boolean up) throws Exception {
    String signal = up ? "-STOP" : "-CONT";
    new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
  }

  /** What it logged, of all its lives. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null) {
      kill();
    }
  }
}
