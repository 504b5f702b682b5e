package dev.postmortem.slack.pictures;

import okhttp3.HttpUrl;

/**
 * Where the bot's token may be sent: to Slack, over TLS, and to the server of the Web API that the
 * settings name. An address in a message is anybody's word.
 */
final class TokenHosts {
  private final HttpUrl api;

  /**
   * @param api the base of the Web API
   */
  TokenHosts(HttpUrl api) {
    this.api = api;
  }

  boolean mayHaveToken(HttpUrl url) {
    boolean bare = url.username().isEmpty() && url.password().isEmpty();
    return bare && (isSlack(url) || isApi(url));
  }

  private static boolean isSlack(HttpUrl url) {
    String host = url.host();
    return url.isHttps()
        && url.port() == 443
        && (host.equals("slack.com") || host.endsWith(".slack.com"));
  }

  private boolean isApi(HttpUrl url) {
    return url.scheme().equals(api.scheme())
        && url.host().equals(api.host())
        && url.port() == api.port();
  }
}
