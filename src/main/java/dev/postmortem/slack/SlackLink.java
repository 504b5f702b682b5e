package dev.postmortem.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import dev.postmortem.slack.inbound.Identity;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.slack.pictures.PictureRules;
import dev.postmortem.slack.pictures.SlackPictures;
import dev.postmortem.slack.socket.Receiver;
import dev.postmortem.slack.socket.SocketMode;
import dev.postmortem.workflow.Backoff;
import dev.postmortem.workflow.CallWatch;
import dev.postmortem.workflow.capture.PictureSource;
import dev.postmortem.workflow.publish.Audience;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to one workspace: one client for the whole process. */
public final class SlackLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackLink.class);
  private static final int PATIENCE_MILLIS = 10_000;

  /** A connection that dies without a word is noticed after twice that. */
  private static final Duration PING = Duration.ofSeconds(10);

  private final Slack slack;
  private final Slack once;
  private final SlackCalls calls;
  private final String apiUrl;
  private final Clock clock;
  private final CallWatch watch;

  /**
   * A line to a workspace; nothing is sent yet.
   *
   * @param apiUrl the base of the Web API, with a slash at the end
   * @param clock tells when a pause that Slack asked for is over
   */
  public SlackLink(String apiUrl, String token, Clock clock) {
    this(apiUrl, token, clock, CallWatch.NONE);
  }

  /** The same, whose calls are counted. */
  public SlackLink(String apiUrl, String token, Clock clock, CallWatch watch) {
    this.apiUrl = apiUrl;
    this.clock = clock;
    this.watch = watch;
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl);
    config.setHttpClientCallTimeoutMillis(PATIENCE_MILLIS);
    config.setStatsEnabled(false);
    if (apiUrl.startsWith("http://127.0.0.1")) {
      // the client ignores NO_PROXY, and a proxy cannot reach this machine's own addresses
      config.setProxyUrl(null);
    }
    slack = Slack.getInstance(config);
    once = Slack.getInstance(config, new SlackHttpClient(neverTwice(config)));
    calls = new SlackCalls(slack, once, token, clock, watch);
  }

  /**
   * The HTTP client sends a request again when its connection breaks, although Slack may have
   * carried it out: a message would stand there twice. A fresh connection for each post breaks no
   * oftener than the network does.
   */
  private static OkHttpClient neverTwice(SlackConfig config) {
    return SlackHttpClient.buildOkHttpClient(config)
        .newBuilder()
        .retryOnConnectionFailure(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .build();
  }

  /** The client that Bolt uses. */
  public Slack slack() {
    return slack;
  }

  public SlackCalls calls() {
    return calls;
  }

  /** The pictures that people share, as far as the rules let them be copied. */
  public PictureSource pictures(PictureRules rules) {
    return new SlackPictures(calls, slack.getHttpClient().getOkHttpClient(), apiUrl, rules);
  }

  /** Calls with another token. */
  public SlackCalls as(String token) {
    return new SlackCalls(slack, once, token, clock, watch);
  }

  /** Connections that the bot opens itself, with the app-level token; none is opened yet. */
  public SocketMode sockets(String appToken, Receiver receiver) {
    SlackCalls asApp = as(appToken);
    OkHttpClient pinging =
        slack.getHttpClient().getOkHttpClient().newBuilder().pingInterval(PING).build();
    return new SocketMode(
        () -> asApp.call("apps.connections.open", Map.of()).path("url").asText(),
        receiver,
        pinging,
        Backoff.of(Duration.ofMillis(200), Duration.ofSeconds(30)));
  }

  /** Who the bot is in its workspace. */
  public Identity whoAmI() throws SlackFault {
    return Identity.of(calls.call("auth.test", Map.of()));
  }

  /**
   * The channel that finished documents are posted to.
   *
   * @param idOrName {@code C…}, or {@code #name}
   * @param mailingList the mail address beside it, empty without e-mail
   * @return empty when the bot sees no such channel
   */
  public Optional<Audience> audience(String idOrName, String mailingList) throws SlackFault {
    return channel(idOrName, false)
        .map(
            found ->
                new Audience(
                    found.path("id").asText(),
                    found.path("name").asText(),
                    found.path("is_private").asBoolean(),
                    mailingList));
  }

  /**
   * A channel that the bot sees.
   *
   * @param idOrName {@code C…}, or {@code #name}
   * @param archived whether one that is archived is looked for by its name, too
   */
  public Optional<JsonNode> channel(String idOrName, boolean archived) throws SlackFault {
    return idOrName.startsWith("#") ? named(idOrName.substring(1), archived) : byId(idOrName);
  }

  private Optional<JsonNode> byId(String id) throws SlackFault {
    try {
      return Optional.of(calls.call("conversations.info", Map.of("channel", id)).path("channel"));
    } catch (SlackFault fault) {
      if (fault.is("channel_not_found")) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  private Optional<JsonNode> named(String name, boolean archived) throws SlackFault {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("types", "public_channel,private_channel");
    wanted.put("exclude_archived", !archived);
    wanted.put("limit", 200);
    String cursor = "";
    do {
      wanted.put("cursor", cursor);
      JsonNode page = calls.call("conversations.list", wanted);
      for (JsonNode channel : page.path("channels")) {
        if (channel.path("name").asText().equals(name)) {
          return Optional.of(channel);
        }
      }
      cursor = page.path("response_metadata").path("next_cursor").asText("");
    } while (!cursor.isEmpty());
    return Optional.empty();
  }

  /** Breaks off every call that is under way, for one that hangs must not keep the bot. */
  public void breakOff() {
    for (Slack each : List.of(slack, once)) {
      each.getHttpClient().getOkHttpClient().dispatcher().cancelAll();
    }
  }

  /** Hangs up. */
  @Override
  public void close() {
    try {
      slack.close();
      once.close();
    } catch (Exception unimportant) {
      LOG.debug("hanging up failed", unimportant);
    }
  }
}
