package dev.postmortem.program;

import dev.postmortem.program.Exit.Fault;
import dev.postmortem.slack.text.LoneMessage;
import dev.postmortem.slack.text.LoneMessage.NoMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code render}: how Slack's text is read, for trying and testing it. */
@Command(
    name = "render",
    description = {
      "Reads Slack messages from standard input, one JSON object a line, and writes one line of JSON"
          + " for each: {\"markdown\":…,\"html\":…,\"text\":…}.",
      "",
      "A message has text, blocks, attachments and files, as Slack sends them, and may have users,"
          + " channels and usergroups beside them, which map ids to names.",
      "",
      "A line that is no JSON object, or is longer than 16 MB, is answered in its place by"
          + " {\"error\":\"line 3: …\"}. The others are still read; the exit code is 1 then."
    },
    mixinStandardHelpOptions = true)
public final class RenderCommand implements Callable<Integer> {
  private static final int LONGEST = 16 * 1024 * 1024;
  private static final String MARK = "\uFEFF";
  private long read;
  private long refused;

  @Override
  public Integer call() throws Fault {
    try {
      render(new Lines(System.in, LONGEST), new BufferedOutputStream(System.out, 1 << 16));
    } catch (IOException broken) {
      throw new Fault("The messages cannot be read: " + broken.getMessage());
    }
    if (refused > 0) {
      throw new Fault(refused + " of " + read + " lines could not be rendered.");
    }
    return Exit.DONE;
  }

  /** Whoever types or pipes line by line gets each answer at once. */
  private void render(Lines lines, OutputStream out) throws IOException {
    Optional<Lines.Line> line = lines.next();
    while (line.isPresent() && !System.out.checkError()) {
      read++;
      out.write((answer(line.get()) + "\n").getBytes(StandardCharsets.UTF_8));
      if (!lines.isMoreThere()) {
        out.flush();
      }
      line = lines.next();
    }
    out.flush();
  }

  private String answer(Lines.Line line) {
    try {
      if (line.tooLong()) {
        return refusal("longer than 16 MB");
      }
      boolean marked = read == 1 && line.text().startsWith(MARK);
      return LoneMessage.rendered(marked ? line.text().substring(1) : line.text());
    } catch (NoMessage none) {
      return refusal(String.valueOf(none.getMessage()));
    } catch (OutOfMemoryError tooMuch) {
      return refusal("it takes more memory than there is; java -Xmx2g gives more");
    } catch (RuntimeException | StackOverflowError unexpected) {
      return refusal("this could not be rendered: " + unexpected);
    }
  }

  private String refusal(String why) {
    refused++;
    return LoneMessage.error("line " + read + ": " + why);
  }
}
