package dev.postmortem.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Tries whether the port can be listened at, or the bot itself does so already. */
public final class Port implements Examination {
  private final String bind;
  private final int port;

  public Port(String bind, int port) {
    this.bind = bind;
    this.port = port;
  }

  @Override
  public List<Finding> examine() {
    InetSocketAddress address = new InetSocketAddress(bind, port);
    if (address.isUnresolved()) {
      return List.of(Finding.fault("PM_BIND", "nobody knows the address " + bind + "."));
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return List.of(Finding.fine("port", port + " is free"));
    } catch (IOException taken) {
      return List.of(
          isBot(address.getAddress())
              ? Finding.note("port", "a bot answers at " + port + " already")
              : Finding.fault(
                  "PM_PORT", port + " at " + bind + " cannot be opened: " + taken.getMessage()));
    }
  }

  private boolean isBot(InetAddress bound) {
    InetAddress asked = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
    URI address = URI.create("http://" + host(asked) + ":" + port + "/healthz");
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
      HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
      return client.send(request, BodyHandlers.ofString()).body().equals("ok");
    } catch (IOException nobody) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String host(InetAddress address) {
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }
}
