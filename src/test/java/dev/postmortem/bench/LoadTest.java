package dev.postmortem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks count right; they measure nothing here. */
@Timeout(120)
class LoadTest {
  private static final int COUNT = 200;
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void every_message_that_is_acknowledged_is_found_once_in_the_database() throws Exception {
    try (FakeSlack slack = new FakeSlack()) {
      Contender bot = Contender.h2(directory);
      Subject subject = new Subject(bot, slack, directory, new Subject.Size(2, 8));
      try (subject) {
        assertThat(subject.send(COUNT / 2).acknowledged()).isEqualTo(COUNT / 2);
        assertThat(subject.sendAgain(0, COUNT).acknowledged()).isEqualTo(COUNT);
      }
      assertThat(Audit.of(subject)).isEqualTo(new Audit(COUNT, COUNT, 0));
      subject.acknowledged().set(COUNT);
      assertThat(Audit.of(subject).isClean()).as("one was never sent").isFalse();
    }
  }

  @Test
  void what_is_not_answered_with_200_counts_as_refused() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(requests.getAndIncrement() % 4 == 0 ? 503 : 200, -1);
          exchange.close();
        });
    server.start();
    Events events = new Events(List.of("C0BENCH01"), 1, "secret");
    BitSet acknowledged = new BitSet();
    List<Integer> ports = List.of(server.getAddress().getPort());
    try (Load load = new Load(ports, 4, events, it -> acknowledged.set((int) it))) {
      Outcome flood = load.flood(LongStream.range(0, 100).iterator(), A_MINUTE);
      Outcome pace = load.pace(LongStream.range(100, COUNT).iterator(), 1_000);
      for (Outcome outcome : List.of(flood, pace)) {
        assertThat(outcome.acknowledged()).isEqualTo(75);
        assertThat(outcome.refused()).isEqualTo(25);
        assertThat(outcome.latencies()).hasSize(100).isSorted();
      }
      assertThat(acknowledged.cardinality()).isEqualTo(150);
    } finally {
      server.stop(0);
    }
  }
}
