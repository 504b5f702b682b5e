package dev.postmortem.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator asks the bot that runs. */
@Timeout(30)
class ConsoleTest {
  @TempDir Path directory;

  @Test
  void lines_faults_files_and_the_exit_code_come_back() throws Exception {
    byte[] big = new byte[3_000_000];
    new java.util.Random(1).nextBytes(big);
    Errand errand =
        (arguments, answer) -> {
          answer.say("Käse 🧀 " + arguments);
          answer.file("one").write(big);
          answer.refuse("but");
          answer.file("two").write('2');
          return 7;
        };
    try (Console console = Console.open(place(), Map.of("work", errand))) {
      Heard heard = new Heard();
      assertThat(ask(heard, "work", "", "zwei\nZeilen")).isEqualTo(7);
      assertThat(heard.lines).containsExactly("Käse 🧀 [, zwei\nZeilen]", "! but");
      assertThat(heard.files.keySet()).containsExactly("one", "two");
      assertThat(heard.files.get("one").toByteArray()).isEqualTo(big);
      assertThat(heard.files.get("two").toString(UTF_8)).isEqualTo("2");
      assertThat(console).isNotNull();
    }
  }

  @Test
  void only_its_user_can_reach_it_and_it_is_gone_when_it_is_closed() throws Exception {
    Console console = Console.open(place(), Map.of());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place())))
        .isEqualTo("rw-------");
    assertThat(directory.toFile().list()).containsExactly("bot.sock");
    console.close();
    assertThat(directory).isEmptyDirectory();
    assertThat(RunningBot.at(place())).isEmpty();
  }

  @Test
  void what_a_process_that_was_killed_left_is_replaced() throws Exception {
    ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    killed.bind(UnixDomainSocketAddress.of(place()));
    killed.close();
    assertThat(place()).exists();
    assertThat(RunningBot.at(place())).isEmpty();

    try (Console console = Console.open(place(), Map.of("work", (arguments, answer) -> 3))) {
      assertThat(ask(new Heard(), "work")).isEqualTo(3);
      assertThat(console).isNotNull();
    }
  }

  @Test
  void a_word_that_it_does_not_know_and_an_errand_that_fails_are_answered() throws Exception {
    Errand failing =
        (arguments, answer) -> {
          throw new IllegalStateException("secret");
        };
    try (Console console = Console.open(place(), Map.of("fail", failing))) {
      Heard heard = new Heard();
      assertThat(ask(heard, "dance")).isEqualTo(1);
      assertThat(ask(heard, "fail")).isEqualTo(1);
      assertThat(heard.lines)
          .containsExactly(
              "! The bot that runs does not know “dance”: it is older.",
              "! Something went wrong that should not; the bot's log says what.");
      assertThat(console).isNotNull();
    }
  }

  @Test
  void who_says_nonsense_is_not_answered_and_others_are() throws Exception {
    try (Console console = Console.open(place(), Map.of("work", (arguments, answer) -> 0))) {
      for (byte[] nonsense :
          List.of(
              new byte[8], "GET / HTTP/1.1\r\n".getBytes(UTF_8), new byte[] {0, 0, 0, 1, 127})) {
        try (SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(place()))) {
          socket.write(ByteBuffer.wrap(nonsense));
          socket.shutdownOutput();
          assertThat(socket.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
      }
      assertThat(ask(new Heard(), "work")).isZero();
      assertThat(console).isNotNull();
    }
  }

  @Test
  void an_errand_ends_when_nobody_waits_for_it_any_more() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    Errand endless =
        (arguments, answer) -> {
          try (OutputStream out = answer.file("endless")) {
            while (true) {
              out.write(new byte[100_000]);
            }
          } catch (IOException gone) {
            noticed.countDown();
            throw gone;
          }
        };
    try (Console console = Console.open(place(), Map.of("go", endless))) {
      RunningBot bot = RunningBot.at(place()).orElseThrow();
      Heard impatient =
          new Heard() {
            @Override
            public OutputStream file(String name) throws IOException {
              throw new IOException("enough");
            }
          };
      assertThatThrownBy(() -> bot.ask(List.of("go"), impatient)).hasMessage("enough");
      bot.close();
      assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(console).isNotNull();
    }
  }

  @Test
  void who_asks_and_then_takes_nothing_is_let_go() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    Errand big =
        (arguments, answer) -> {
          try {
            answer.file("big").write(new byte[50_000_000]);
          } catch (IOException letGo) {
            noticed.countDown();
            throw letGo;
          }
          return 0;
        };
    Duration patience = Duration.ofMillis(200);
    try (Console console = Console.open(place(), Map.of("go", big), patience);
        SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(place()));
        SocketChannel asleep = SocketChannel.open(UnixDomainSocketAddress.of(place()))) {
      Frames.ask(new DataOutputStream(Channels.newOutputStream(asleep)), List.of("go"));
      assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      assertThat(console).isNotNull();
    }
  }

  @Test
  void who_waits_while_the_bot_ends_hears_of_it() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Errand slow =
        (arguments, answer) -> {
          while (true) {
            answer.say("not yet");
            begun.countDown();
          }
        };
    Console console = Console.open(place(), Map.of("wait", slow));
    try (RunningBot bot = RunningBot.at(place()).orElseThrow()) {
      Thread ending =
          new Thread(
              () -> {
                try {
                  begun.await();
                } catch (InterruptedException stop) {
                  Thread.currentThread().interrupt();
                }
                console.close();
              });
      ending.start();
      assertThatThrownBy(() -> bot.ask(List.of("wait"), new Heard()))
          .isInstanceOf(IOException.class);
      ending.join();
    }
  }

  private Path place() {
    return directory.resolve("bot.sock");
  }

  private int ask(Answer answer, String... words) throws IOException {
    try (RunningBot bot = RunningBot.at(place()).orElseThrow()) {
      return bot.ask(List.of(words), answer);
    }
  }

  /** Keeps what was answered. */
  private static class Heard implements Answer {
    final List<String> lines = new ArrayList<>();
    final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    @Override
    public void say(String line) {
      lines.add(line);
    }

    @Override
    public void refuse(String line) {
      lines.add("! " + line);
    }

    @Override
    public OutputStream file(String name) throws IOException {
      return files.computeIfAbsent(name, it -> new ByteArrayOutputStream());
    }
  }
}
