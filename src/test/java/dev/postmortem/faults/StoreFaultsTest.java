package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.metrics.Scraped;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.wire.Delivery;
import dev.postmortem.storage.Postgres;
import dev.postmortem.story.Company;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store fails in the middle of an incident. Slack is told so within a second and sends again;
 * the bot comes back by itself.
 */
class StoreFaultsTest {
  private static final int EVENTS = 200;

  /** A second, and what a busy machine takes beside. */
  private static final Duration SOON = Duration.ofMillis(2_500);

  @TempDir private Path data;

  @Test
  void a_disk_that_is_full_for_a_while_costs_nothing() throws Exception {
    try (TroubledDisk.Disk disk = TroubledDisk.under(data)) {
      costsNothing("a full disk", Company.in(data), disk::runsFull, disk::recovers);
    }
  }

  @Test
  void a_disk_that_hangs_for_a_while_costs_nothing() throws Exception {
    try (TroubledDisk.Disk disk = TroubledDisk.under(data)) {
      costsNothing("a disk that hangs", Company.in(data), disk::hangs, disk::recovers);
    }
  }

  @Test
  void a_database_server_that_is_away_for_a_while_costs_nothing() throws Exception {
    try (TroubledWire wire = new TroubledWire(port(Postgres.database()))) {
      costsNothing("a server that is away", on(wire), wire::breaks, wire::recovers);
    }
  }

  @Test
  void a_database_server_that_hangs_for_a_while_costs_nothing() throws Exception {
    try (TroubledWire wire = new TroubledWire(port(Postgres.database()))) {
      costsNothing("a server that hangs", on(wire), wire::hangs, wire::recovers);
    }
  }

  @Test
  void what_is_counted_is_shown_while_a_database_server_hangs() throws Exception {
    try (TroubledWire wire = new TroubledWire(port(Postgres.database()));
        Company company = on(wire).started()) {
      wire.hangs();
      try {
        long begun = System.nanoTime();
        Scraped scraped = Scraped.at(company.bot().port());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        assertThat(scraped.values())
            .containsEntry("postmortem_up{part=\"database\"}", 0.0)
            .containsEntry("postmortem_up{part=\"slack\"}", 1.0)
            .containsEntry("postmortem_outbox_age_seconds", Double.NaN);
        assertThat(scraped.names()).anyMatch(name -> name.startsWith("postmortem_events_total"));
      } finally {
        wire.recovers();
      }
    }
  }

  @Test
  void over_a_socket_what_cannot_be_kept_is_not_acknowledged_and_is_kept_when_it_comes_again()
      throws Exception {
    try (TroubledDisk.Disk disk = TroubledDisk.under(data);
        Company company = Company.in(data).overASocket().started()) {
      Channel room = company.warRoom("inc-42");
      company.joe.in(room).types("/pm start Checkout is down");
      company.settled();
      company.slack.journal().clear();
      disk.runsFull();
      company.jane.in(room).says("while the disk is full");
      company.slack.settle();
      assertThat(company.slack.journal().deliveries("message"))
          .hasSize(2)
          .allMatch(it -> it.outcome().equals("http_timeout"));
      disk.recovers();
      company.slack.awaitTrue("it is ready", company::isReady);
      company.clock.advance(Duration.ofMinutes(1));
      company.settled();
      assertThat(words(company)).containsExactly("while the disk is full");
    }
  }

  private static int port(String url) {
    return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
  }

  private Company on(TroubledWire wire) throws Exception {
    String url = Postgres.database().replaceFirst(":\\d+/", ":" + wire.port() + "/");
    return Company.in(data).with("PM_DATABASE_URL", url);
  }

  private static void costsNothing(String what, Company fresh, Runnable begins, Runnable ends)
      throws Exception {
    try (Company company = fresh.started()) {
      Channel room = incident(company);
      says(company, room, "before");
      company.settled();
      company.slack.journal().clear();
      begins.run();
      try {
        says(company, room, "meanwhile");
        company.slack.settle();
        isTurnedAway(company, what);
        assertThat(ready(company)).isEqualTo(503);
      } finally {
        ends.run();
      }
      comesBack(company, room);
    }
  }

  private static Channel incident(Company company) {
    Channel room = company.warRoom("inc-42");
    company.joe.in(room).types("/pm start Checkout is down");
    company.settled();
    company.slack.deliveries().inParallel();
    return room;
  }

  private static void says(Company company, Channel room, String when) {
    IntStream.range(0, EVENTS).forEach(i -> company.jane.in(room).says(when + " " + i));
  }

  private static void isTurnedAway(Company company, String why) {
    List<Delivery> answers = company.slack.journal().deliveries("message");
    long refused = answers.stream().filter(answer -> answer.status() == 503).count();
    Duration longest =
        answers.stream().map(Delivery::latency).max(Duration::compareTo).orElseThrow();
    System.out.printf(
        "%s: %d attempts, %d answered with 503, the longest after %d ms%n",
        why, answers.size(), refused, longest.toMillis());
    assertThat(answers).hasSize(2 * EVENTS).allMatch(answer -> answer.status() == 503);
    assertThat(longest).isLessThan(SOON);
  }

  /** Slack's second retry comes after a minute, its third after five. */
  private static void comesBack(Company company, Channel room) throws Exception {
    company.slack.awaitTrue("the bot is ready", () -> ready(company) == 200);
    company.slack.journal().clear();
    company.clock.advance(Duration.ofMinutes(1));
    company.slack.settle();
    company.settled();
    List<Delivery> answers = company.slack.journal().deliveries("message");
    long kept = answers.stream().filter(answer -> answer.status() == 200).count();
    System.out.printf("  sent again: %d, acknowledged %d%n", answers.size(), kept);
    assertThat(kept).isEqualTo(EVENTS);
    says(company, room, "after");
    company.settled();
    assertThat(words(company)).isEqualTo(said(room));
  }

  private static List<String> words(Company company) {
    return company.bot().desk().store().read(records -> records.timelines().of(1)).stream()
        .map(entry -> entry.message().plain())
        .toList();
  }

  private static List<String> said(Channel room) {
    return room.messages().stream()
        .map(Message::rawText)
        .filter(text -> text.matches("(before|meanwhile|after) \\d+"))
        .toList();
  }

  private static int ready(Company company) {
    try {
      URI address = URI.create("http://127.0.0.1:" + company.bot().port() + "/readyz");
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
