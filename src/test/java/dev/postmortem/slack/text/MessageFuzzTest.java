package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Thousands of messages that are made to break readers and writers go through the reader and every
 * form. {@code mvn test -Dtest=MessageFuzzTest -Dfuzz=100000} takes a hundred thousand; {@code
 * -Dseed=} those of an earlier run.
 */
class MessageFuzzTest {
  private static final int MESSAGES = Integer.getInteger("fuzz", 3_000);
  private static final int TOGETHER = 20;

  private final AnyMessage messages;
  private final Worst worst = new Worst();

  MessageFuzzTest() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("MessageFuzzTest: -Dseed=" + seed + " -Dfuzz=" + MESSAGES);
    messages = new AnyMessage(new Babble(new Random(seed)));
  }

  @Test
  void whatever_is_said_is_read_and_written_in_every_form() {
    List<String> together = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      String message = messages.next();
      together.add(message);
      worst.mind(message, () -> EveryForm.of(Reading.raw(message)));
      if (together.size() == TOGETHER) {
        List<List<Block>> said = together.stream().map(Reading::raw).toList();
        worst.mind(together.toString(), () -> EveryForm.of(EveryForm.document(said)));
        together.clear();
      }
    }
    assertThat(worst.tried).isGreaterThan(MESSAGES);
    worst.tell();
  }

  /** Of all that failed the shortest, which is the easiest to understand. */
  private static final class Worst {
    private int tried;
    private int failed;
    private String shortest = "";
    private Throwable why;

    void mind(String message, Executable check) {
      tried++;
      try {
        check.execute();
      } catch (Throwable wrong) {
        failed++;
        if (why == null || message.length() < shortest.length()) {
          shortest = message;
          why = wrong;
        }
      }
    }

    void tell() {
      if (why != null) {
        throw new AssertionError(
            failed + " failed, the shortest: " + inAscii(shortest) + "\n" + inAscii("" + why));
      }
    }

    /** No log shows half a character, and some end at it; in JSON the number means the same. */
    private static String inAscii(String text) {
      StringBuilder shown = new StringBuilder();
      for (char c : text.toCharArray()) {
        boolean plain = (c >= ' ' && c < 0x7F) || c == '\n';
        shown.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
      }
      return shown.toString();
    }
  }
}
