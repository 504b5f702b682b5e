package dev.postmortem.slack.inbound;

import dev.postmortem.workflow.capture.ArrivalWatch;
import dev.postmortem.workflow.capture.ArrivalWatch.Way;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only Slack's own requests through (docs.slack.dev, "Verifying requests from Slack"). It
 * stands in front of Bolt, whose own check accepts timestamps of the future, compares in variable
 * time, and reads the body in the machine's charset.
 */
public final class SignatureFilter implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(SignatureFilter.class);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int LARGEST = 1 << 20;

  /** So much is laid ready for whoever only announces it. */
  private static final int TRUSTED = 1 << 16;

  private final String secret;
  private final Clock clock;
  private final ArrivalWatch watch;

  /**
   * A filter for one app.
   *
   * @throws IllegalArgumentException when the secret is blank: Bolt would then accept requests that
   *     anybody can sign
   */
  public SignatureFilter(String secret, Clock clock, ArrivalWatch watch) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("the signing secret is blank");
    }
    this.secret = secret;
    this.clock = clock;
    this.watch = watch;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begun = System.nanoTime();
    HttpServletRequest http = (HttpServletRequest) request;
    byte[] body = body(http);
    if (body.length > LARGEST) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too large");
    } else if (!isGenuine(http, body)) {
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "not signed by Slack");
    } else {
      try {
        chain.doFilter(new ReadBody(http, body), response);
      } finally {
        watch.answered(Way.HTTP, System.nanoTime() - begun);
      }
    }
  }

  /** In one piece where its length is known, as nothing else here takes as much memory. */
  private static byte[] body(HttpServletRequest request) throws IOException {
    InputStream in = request.getInputStream();
    int length = request.getContentLength();
    if (length < 0 || length > TRUSTED) {
      return in.readNBytes(LARGEST + 1);
    }
    byte[] body = new byte[length];
    int read = in.readNBytes(body, 0, length);
    return read == length ? body : Arrays.copyOf(body, read);
  }

  /**
   * The body of a request that came through this filter; of another, what is still to be read. Not
   * to be changed.
   */
  static byte[] bodyOf(HttpServletRequest request) throws IOException {
    return request instanceof ReadBody read ? read.body : request.getInputStream().readAllBytes();
  }

  private void refuse(ServletResponse response, int status, String why) throws IOException {
    watch.refused();
    LOG.warn("refused a request: {}", why);
    HttpServletResponse http = (HttpServletResponse) response;
    http.setStatus(status);
    http.setContentType("text/plain;charset=utf-8");
    http.getOutputStream().write(why.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isGenuine(HttpServletRequest request, byte[] body) {
    String timestamp = request.getHeader("X-Slack-Request-Timestamp");
    String signature = request.getHeader("X-Slack-Signature");
    return timestamp != null
        && signature != null
        && isFresh(timestamp)
        && MessageDigest.isEqual(
            sign(timestamp, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isFresh(String timestamp) {
    try {
      Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
      return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    } catch (NumberFormatException | java.time.DateTimeException nonsense) {
      return false;
    }
  }

  private String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java has no HmacSHA256", absent);
    }
  }

  /** The request again, with the body that was read. */
  private static final class ReadBody extends javax.servlet.http.HttpServletRequestWrapper {
    private final byte[] body;

    ReadBody(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public javax.servlet.ServletInputStream getInputStream() {
      return new BodyStream(new ByteArrayInputStream(body));
    }

    @Override
    public java.io.BufferedReader getReader() {
      return new java.io.BufferedReader(
          new java.io.InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }
  }

  private static final class BodyStream extends javax.servlet.ServletInputStream {
    private final ByteArrayInputStream bytes;

    BodyStream(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int most) {
      return bytes.read(into, from, most);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(javax.servlet.@Nullable ReadListener listener) {
      throw new IllegalStateException("the body is read already");
    }
  }
}
