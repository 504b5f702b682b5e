package dev.postmortem.demo;

import dev.postmortem.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the program within this one: how it ended and what it said. */
public record Run(int code, String out, String err) {

  public static Run of(String... args) {
    return of(Map.of(), args);
  }

  /** With these variables. */
  public static Run of(Map<String, String> environment, String... args) {
    return reading(new byte[0], environment, args);
  }

  /** With this on standard input. */
  public static Run reading(byte[] input, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream usualIn = System.in;
    PrintStream usualOut = System.out;
    PrintStream usualErr = System.err;
    try {
      System.setIn(new ByteArrayInputStream(input));
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int code = Main.run(environment, args);
      return new Run(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(usualIn);
      System.setOut(usualOut);
      System.setErr(usualErr);
    }
  }
}
