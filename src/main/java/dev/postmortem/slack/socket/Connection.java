package dev.postmortem.slack.socket;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to Slack, from its opening to its end. It is never opened again. */
final class Connection extends WebSocketListener {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int NORMAL = 1000;

  private final Owner owner;
  private final CountDownLatch greeted = new CountDownLatch(1);
  private volatile @Nullable WebSocket socket;
  private volatile boolean standing;
  private volatile boolean dismissed;
  private volatile boolean leaving;
  private volatile boolean gone;
  private volatile long dismissedAt;
  private int underWay;

  /** Who is told what happens on it; must return at once. */
  interface Owner {
    /** Something came; when it is done with, {@link #done} must be called. */
    void sent(Connection over, Envelope envelope);

    /** Slack is going to end it, for a reason of its own. */
    void dismissed(String reason);

    /** Slack greeted on it. */
    void stands();

    /** It ended, perhaps because somebody wanted it to. */
    void ended(boolean expected);
  }

  Connection(Owner owner) {
    this.owner = owner;
  }

  /** Begins to open it. */
  void open(OkHttpClient client, String address) {
    socket = client.newWebSocket(new Request.Builder().url(address).build(), this);
  }

  /** Waits for Slack's greeting; answers whether it stands. */
  boolean awaitGreeting(Duration most) throws InterruptedException {
    return greeted.await(most.toMillis(), TimeUnit.MILLISECONDS) && standing;
  }

  /** Whether something can arrive on it. */
  boolean isStanding() {
    return standing && !leaving && !gone;
  }

  /** Whether it stands, and Slack has not said that it will end. */
  boolean isLasting() {
    return isStanding() && !dismissed;
  }

  boolean isGone() {
    return gone;
  }

  /** Whether Slack wanted it to end so long ago. */
  boolean isOverdue(Duration since) {
    return dismissed && System.nanoTime() - dismissedAt > since.toNanos();
  }

  @Override
  public void onMessage(WebSocket from, String text) {
    try {
      take(Frame.read(text));
    } catch (RuntimeException unexpected) {
      LOG.error("something that Slack sent over the socket was skipped", unexpected);
    }
  }

  private void take(Frame frame) {
    if (frame instanceof Frame.Sent sent) {
      if (isTaken()) {
        owner.sent(this, sent.envelope());
      }
    } else if (frame instanceof Frame.Hello hello) {
      LOG.info("a connection to Slack stands; the app has {} now", hello.connections());
      standing = true;
      greeted.countDown();
      owner.stands();
    } else if (frame instanceof Frame.Goodbye goodbye) {
      dismissedAt = System.nanoTime();
      dismissed = true;
      owner.dismissed(goodbye.reason());
    } else if (frame instanceof Frame.Strange strange) {
      LOG.warn("something that Slack sent over the socket was skipped: {}", strange.why());
    }
  }

  /** Whoever leaves takes nothing more. */
  private synchronized boolean isTaken() {
    if (!leaving) {
      underWay++;
    }
    return !leaving;
  }

  /**
   * An envelope is done with.
   *
   * @param acknowledgement what is said, null when it must be sent again
   */
  void done(@Nullable String acknowledgement) {
    WebSocket open = socket;
    if (acknowledgement != null && (open == null || !open.send(acknowledgement))) {
      LOG.info("a connection ended before its envelope was acknowledged; Slack sends it again");
    }
    synchronized (this) {
      underWay--;
      hangUpWhenDone();
    }
  }

  /** Takes nothing more, acknowledges what is under way, and ends then. */
  synchronized void leave() {
    leaving = true;
    hangUpWhenDone();
  }

  private void hangUpWhenDone() {
    WebSocket open = socket;
    if (leaving && underWay == 0 && open != null) {
      open.close(NORMAL, null);
    }
  }

  /** Ends it at once. */
  void cut() {
    WebSocket open = socket;
    if (open != null) {
      open.cancel();
    }
    end();
  }

  @Override
  public void onClosing(WebSocket from, int code, String reason) {
    from.close(NORMAL, null);
    end();
  }

  @Override
  public void onClosed(WebSocket from, int code, String reason) {
    end();
  }

  @Override
  public void onFailure(WebSocket from, Throwable why, @Nullable Response answer) {
    if (!leaving && !gone) {
      LOG.warn("a connection to Slack ended: {}", why.toString());
    }
    end();
  }

  private void end() {
    boolean first;
    synchronized (this) {
      first = !gone;
      gone = true;
    }
    if (first) {
      greeted.countDown();
      owner.ended(leaving || dismissed);
    }
  }
}
