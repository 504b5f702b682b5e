package dev.postmortem.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.rehearsal.wire.Delivery;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Backoff;
import dev.postmortem.workflow.CallWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connections of Socket Mode, and all that may happen to them. */
class ConnectionsTest {
  private static final Duration PING = Duration.ofSeconds(1);
  private static final Backoff QUICK = Backoff.of(Duration.ofMillis(10), Duration.ofMillis(100));
  private final List<String> kept = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger refusals = new AtomicInteger();
  private final OkHttpClient client = new OkHttpClient.Builder().pingInterval(PING).build();
  private volatile Runnable before = () -> {};
  private Workspace slack;
  private Member joe;
  private Channel room;
  private SocketMode line;

  @BeforeEach
  void a_workspace_in_socket_mode() throws Exception {
    slack =
        Workspace.open(
            Workspace.plan()
                .manifest(Files.readString(Path.of("manifest.yml")))
                .ackDeadline(Duration.ofSeconds(1))
                .retries(List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofSeconds(2)))
                .build());
    joe = slack.member("joe", "Joe Bloggs", "Support Staff", ZoneId.of("Europe/London"));
    room = slack.channel("inc-42", joe).invite(slack.bot());
    slack.deliveries().inParallel();
    com.slack.api.SlackConfig config = new com.slack.api.SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    config.setProxyUrl(null);
    com.slack.api.Slack sdk = com.slack.api.Slack.getInstance(config);
    SlackCalls calls =
        new SlackCalls(sdk, sdk, slack.appToken(), Clock.systemUTC(), CallWatch.NONE);
    line =
        new SocketMode(
            () -> calls.call("apps.connections.open", Map.of()).path("url").asText(),
            this::receive,
            client,
            QUICK);
  }

  @AfterEach
  void close() {
    line.close();
    slack.close();
  }

  private Optional<JsonNode> receive(Envelope envelope) {
    before.run();
    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return Optional.empty();
    }
    JsonNode event = envelope.payload().path("event");
    if (event.path("type").asText().equals("message")) {
      kept.add(event.path("text").asText());
    }
    return Optional.of(
        envelope.type().equals("slash_commands")
            ? Kit.JSON.createObjectNode().put("text", "heard")
            : MissingNode.getInstance());
  }

  private void start() throws SlackFault {
    line.start();
    slack.awaitTrue("two connections", () -> slack.sockets().count() == 2);
  }

  private List<Delivery> deliveries() {
    slack.awaitTrue("no retry waits", () -> slack.deliveries().retriesWaiting() == 0);
    slack.settle();
    slack.awaitTrue("no retry waits", () -> slack.deliveries().retriesWaiting() == 0);
    slack.settle();
    return slack.journal().deliveries("message");
  }

  private int addresses() {
    return slack.journal().calls("apps.connections.open").size();
  }

  private List<String> outcomes() {
    return slack.journal().deliveries("message").stream()
        .map(
            it ->
                it.payload().path("event").path("text").asText()
                    + " "
                    + it.attempt()
                    + " "
                    + it.outcome())
        .toList();
  }

  private void says(int times) {
    for (int i = 0; i < times; i++) {
      joe.in(room).says("word " + i);
    }
  }

  @Test
  void two_connections_stand_and_both_bring_something() throws Exception {
    start();
    says(20);
    deliveries();
    assertThat(outcomes()).hasSize(20).allMatch(it -> it.endsWith("0 ok"));
    assertThat(kept).hasSize(20);
    assertThat(joe.in(room).types("/pm help").text()).isEqualTo("heard");
  }

  @Test
  void a_connection_that_will_end_is_replaced_first_so_that_nothing_comes_twice() throws Exception {
    start();
    slack.rateLimits().off();
    for (int i = 0; i < 6; i++) {
      slack.sockets().oneIsWarned();
      slack.awaitTrue(
          "another connection",
          () -> {
            joe.in(room).says("word");
            return slack.sockets().count() == 3;
          });
      slack.sockets().warnedEnd();
      slack.awaitTrue("the first ends", () -> slack.sockets().count() == 2);
    }
    deliveries();
    assertThat(outcomes()).allMatch(it -> it.endsWith("0 ok"));
    assertThat(kept).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void a_connection_that_slack_ends_at_once_is_opened_again() throws Exception {
    start();
    slack.sockets().disconnect("refresh_requested");
    slack.awaitTrue("two others", () -> addresses() == 4 && slack.sockets().count() == 2);
    slack.sockets().oneBreaks();
    says(10);
    slack.awaitTrue("another", () -> addresses() == 5 && slack.sockets().count() == 2);
    deliveries();
    assertThat(kept).hasSize(10);
  }

  @Test
  void a_connection_that_dies_without_a_word_is_given_up_and_what_was_sent_over_it_comes_again()
      throws Exception {
    start();
    slack.sockets().oneDies();
    says(10);
    assertThat(deliveries()).anyMatch(it -> it.attempt() > 0);
    assertThat(kept).hasSize(10).doesNotHaveDuplicates();
    slack.awaitTrue(
        "another connection", () -> slack.journal().calls("apps.connections.open").size() == 3);
  }

  @Test
  void what_cannot_be_kept_is_not_acknowledged_and_comes_again() throws Exception {
    start();
    refusals.set(3);
    says(2);
    assertThat(deliveries()).filteredOn(it -> it.outcome().equals("http_timeout")).hasSize(3);
    assertThat(kept).containsExactlyInAnyOrder("word 0", "word 1");
  }

  @Test
  void what_fails_unexpectedly_is_not_acknowledged_either() throws Exception {
    start();
    AtomicInteger times = new AtomicInteger();
    before =
        () -> {
          if (times.getAndIncrement() == 0) {
            throw new IllegalStateException("once");
          }
        };
    says(1);
    deliveries();
    assertThat(kept).containsExactly("word 0");
  }

  @Test
  void nonsense_is_skipped_and_the_connection_stands() throws Exception {
    start();
    for (String nonsense :
        List.of(
            "",
            "hello",
            "[]",
            "null",
            "{}",
            "{\"type\":null}",
            "{\"type\":{\"a\":1}}",
            "{\"type\":\"disconnect\"",
            "{\"type\":\"events_api\",\"envelope_id\":7}",
            "{\"type\":\"events_api\",\"envelope_id\":\"x\",\"payload\":\"y\"}",
            "{\"type\":\"events_api\",\"envelope_id\":\"x\",\"payload\":{\"event\":[]}}",
            "[".repeat(5_000))) {
      slack.sockets().say(nonsense);
    }
    says(5);
    deliveries();
    assertThat(outcomes()).hasSize(5).allMatch(it -> it.endsWith("0 ok"));
    assertThat(slack.journal().calls("apps.connections.open")).hasSize(2);
  }

  @Test
  void a_slack_that_gives_no_address_or_one_that_is_too_old_is_asked_again() throws Exception {
    start();
    slack
        .faults()
        .next("apps.connections.open", Fault.http(500))
        .next("apps.connections.open", Fault.error("internal_error"))
        .next("apps.connections.open", Fault.ratelimited(1));
    slack.sockets().expireNext(2).disconnect("link_disabled");
    slack.awaitTrue("none stands", () -> !line.isStanding());
    slack.awaitTrue("two connections", () -> slack.sockets().count() == 2 && line.isStanding());
    assertThat(slack.journal().calls("apps.connections.open")).hasSizeGreaterThanOrEqualTo(9);
    says(1);
    deliveries();
    assertThat(kept).hasSize(1);
  }

  @Test
  void a_token_that_slack_does_not_know_is_refused_at_once() {
    com.slack.api.SlackConfig config = new com.slack.api.SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    config.setProxyUrl(null);
    com.slack.api.Slack sdk = com.slack.api.Slack.getInstance(config);
    SlackCalls wrong =
        new SlackCalls(sdk, sdk, "xapp" + "-1-other", Clock.systemUTC(), CallWatch.NONE);
    SocketAddresses addresses =
        () -> wrong.call("apps.connections.open", Map.of()).path("url").asText();
    SocketMode refused = new SocketMode(addresses, this::receive, client, QUICK);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(SlackFault.class, refused::start))
        .matches(fault -> fault.is("invalid_auth") && !fault.isPassing());
  }

  @Test
  void whoever_ends_finishes_and_acknowledges_what_is_under_way_and_takes_nothing_more()
      throws Exception {
    start();
    CountDownLatch begun = new CountDownLatch(4);
    CountDownLatch enough = new CountDownLatch(1);
    before =
        () -> {
          begun.countDown();
          awaits(enough);
        };
    says(4);
    begun.await();
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(() -> line.close(Duration.ofSeconds(5)));
    slack.awaitTrue("it takes nothing more", () -> !line.isStanding());
    joe.in(room).says("too late");
    enough.countDown();
    end.get();
    assertThat(slack.sockets().count()).isZero();
    deliveries();
    assertThat(kept).containsExactlyInAnyOrder("word 0", "word 1", "word 2", "word 3");
    assertThat(outcomes().stream().filter(it -> it.endsWith("0 ok")))
        .as("of %s", outcomes())
        .hasSize(4);
  }

  @Test
  void however_connections_break_each_word_is_kept_and_acknowledged_words_come_no_more()
      throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    slack.rateLimits().off();
    slack.sockets().drawnBy(new Random(seed));
    start();
    for (int i = 0; i < 200; i++) {
      joe.in(room).says("word " + i);
      switch (random.nextInt(25)) {
        case 0 -> slack.sockets().oneBreaks();
        case 1 -> slack.sockets().oneIsWarned();
        case 2 -> slack.sockets().disconnect("refresh_requested");
        case 3 -> slack.sockets().warnedEnd();
        default -> Thread.onSpinWait();
      }
      slack.awaitTrue("one stands", () -> slack.sockets().count() > 0);
    }
    List<Delivery> all = deliveries();
    assertThat(all.stream().filter(it -> it.outcome().equals("ok")))
        .as("seed %d", seed)
        .hasSize(200);
    assertThat(kept).as("seed %d", seed).contains(words(200));
  }

  private static String[] words(int times) {
    return java.util.stream.IntStream.range(0, times)
        .mapToObj(i -> "word " + i)
        .toArray(String[]::new);
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
