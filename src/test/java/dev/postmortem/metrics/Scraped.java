package dev.postmortem.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a bot's {@code /metrics} showed at one moment, by name with labels. */
public record Scraped(String text, Map<String, Double> values) {

  /** Reads the metrics at a port of this machine. */
  public static Scraped at(int port) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      String type = answer.headers().firstValue("Content-Type").orElse("").replace(" ", "");
      if (answer.statusCode() != 200 || !type.startsWith("text/plain;version=0.0.4")) {
        throw new AssertionError(answer.statusCode() + " " + type);
      }
      return of(answer.body());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public static Scraped of(String text) {
    Map<String, Double> values = new TreeMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int space = line.lastIndexOf(' ');
              values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            });
    return new Scraped(text, values);
  }

  /** A value; 0 for what nobody has counted yet. */
  public double value(String name) {
    return values.getOrDefault(name, 0.0);
  }

  /** All values of this name that have this label, together. */
  public double sum(String name, String label) {
    return values.entrySet().stream()
        .filter(one -> one.getKey().startsWith(name + "{") && one.getKey().contains(label))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  public Set<String> names() {
    return values.keySet();
  }
}
