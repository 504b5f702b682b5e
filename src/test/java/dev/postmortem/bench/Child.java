package dev.postmortem.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server as a process of its own; it ends with this one at the latest. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  static final int HEAP_MB = 256;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
  private final int port = freePort();
  private final Path log;
  private final Path collections;
  private final Process process;
  private final Thread last;

  /** Starts a server and waits until it is ready; its logs go to the directory. */
  Child(Contender contender, Map<String, String> environment, Path directory) throws Exception {
    log = directory.resolve("log-" + port);
    collections = directory.resolve("gc-" + port);
    ProcessBuilder builder = new ProcessBuilder(command(contender));
    builder.environment().putAll(environment);
    builder.environment().putAll(Map.of("PM_BIND", "127.0.0.1", "PM_PORT", String.valueOf(port)));
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    last = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(last);
    awaitReady();
  }

  private List<String> command(Contender contender) {
    List<String> command = java(HEAP_MB, collections);
    // the tests have a log of their own
    command.add("-Dlogback.configurationFile=logback.xml");
    command.add(contender.main().getName());
    command.addAll(contender.arguments());
    return command;
  }

  /**
   * The beginning of a command that runs a class of the benchmark as the README runs the bot; more
   * options and the class follow.
   *
   * @param collections where it writes what its collector did
   */
  static List<String> java(int heapMb, Path collections) {
    return new ArrayList<>(
        List.of(
            JAVA.resolve("java").toString(),
            "-Xmx" + heapMb + "m",
            "-XX:+UseG1GC",
            "-Dfile.encoding=UTF-8",
            "-Xlog:gc:file=" + collections.toAbsolutePath(),
            "-cp",
            System.getProperty("java.class.path")));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }

  private void awaitReady() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        kill();
        throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
      }
      Thread.sleep(50);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz")).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** The time of the processors that it took so far, in steps of 10 ms. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Its heap in MB as its log of collections tells, after a full collection now. */
  Heap heap() throws Exception {
    tell("GC.run");
    return Heap.of(Files.readAllLines(collections));
  }

  /** What its Java answers to a command of {@code jcmd}. */
  String tell(String command) throws IOException {
    String jcmd = JAVA.resolve("jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, String.valueOf(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** From now on it gets no time of the processors, and keeps everything else. */
  void hold() throws Exception {
    signal("-STOP");
  }

  /** It goes on where it was held. */
  void goOn() throws Exception {
    signal("-CONT");
  }

  private void signal(String which) throws Exception {
    Process kill = new ProcessBuilder("kill", which, String.valueOf(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IllegalStateException("the server could not be signalled: " + which);
    }
  }

  /** Ends it without warning. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it finish what is under way. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      kill();
    }
    Runtime.getRuntime().removeShutdownHook(last);
  }
}
