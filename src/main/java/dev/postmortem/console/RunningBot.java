package dev.postmortem.console;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The operator's side: asks the bot that runs. */
public final class RunningBot implements AutoCloseable {
  private final SocketChannel socket;

  private RunningBot(SocketChannel socket) {
    this.socket = socket;
  }

  /** The bot that waits at this place; nothing when none does. */
  public static Optional<RunningBot> at(Path place) {
    try {
      return Optional.of(new RunningBot(SocketChannel.open(UnixDomainSocketAddress.of(place))));
    } catch (IOException | IllegalArgumentException nobody) {
      return Optional.empty();
    }
  }

  /**
   * Has an errand done.
   *
   * @param words the errand's, and what it is about
   * @return the exit code
   * @throws IOException when the bot ended meanwhile, or the answer cannot be taken
   */
  public int ask(List<String> words, Answer answer) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(socket)));
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(socket), 65_536));
    Frames.ask(out, words);
    return Frames.answered(in, answer);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
