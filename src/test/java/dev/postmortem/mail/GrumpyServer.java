package dev.postmortem.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told to, where a real one cannot be brought to refuse. */
final class GrumpyServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /**
   * Listens on a free port.
   *
   * @param answers by what a line starts with; everything else is answered politely
   */
  GrumpyServer(Map<String, String> answers) throws IOException {
    this.answers = answers;
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "grumpy");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** What the client said, line by line. */
  List<String> heard() {
    return heard;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    say(client, "220 grumpy");
    boolean body = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      if (body && !line.equals(".")) {
        continue;
      }
      say(client, answer(line));
      body = line.equals("DATA");
    }
  }

  private String answer(String line) {
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (line.startsWith(answer.getKey())) {
        return answer.getValue();
      }
    }
    return line.equals("DATA") ? "354 go on" : "250 fine";
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
