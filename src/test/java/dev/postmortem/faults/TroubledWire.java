package dev.postmortem.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The wire to a server on this machine: it can break, hang, and recover. */
final class TroubledWire implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private boolean hanging;
  private volatile boolean broken;

  TroubledWire(int target) throws IOException {
    this.target = target;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::answer);
  }

  /** Where the server seems to be. */
  int port() {
    return door.getLocalPort();
  }

  /** Every connection is cut, and new ones are, too. */
  void breaks() {
    broken = true;
    ends.forEach(TroubledWire::cut);
    ends.clear();
  }

  /** Nothing passes, and nobody is told. */
  synchronized void hangs() {
    hanging = true;
  }

  /** What waited passes on. */
  synchronized void recovers() {
    broken = false;
    hanging = false;
    notifyAll();
  }

  private void answer() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        if (broken) {
          cut(caller);
        } else {
          join(caller, new Socket(InetAddress.getLoopbackAddress(), target));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket caller, Socket server) {
    ends.addAll(List.of(caller, server));
    threads.execute(() -> pass(caller, server));
    threads.execute(() -> pass(server, caller));
  }

  private void pass(Socket from, Socket to) {
    byte[] bytes = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        awaitPassage();
        out.write(bytes, 0, n);
      }
    } catch (IOException | InterruptedException cut) {
      // the other end is closed with it
    }
  }

  private synchronized void awaitPassage() throws InterruptedException {
    while (hanging) {
      wait();
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException already) {
      // it is closed
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    breaks();
    threads.shutdownNow();
  }
}
