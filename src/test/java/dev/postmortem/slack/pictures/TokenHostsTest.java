package dev.postmortem.slack.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHostsTest {
  private final TokenHosts hosts = new TokenHosts(HttpUrl.get("https://slack.com/api/"));
  private final TokenHosts local = new TokenHosts(HttpUrl.get("http://127.0.0.1:4010/api/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://files.slack.com/files-pri/T1-F1/a.png",
        "https://slack.com/x",
        "https://acme.enterprise.slack.com/files-pri/T1-F1/download/a.png",
        "https://FILES.SLACK.COM/x"
      })
  void slack_s_own_hosts_may_have_it(String url) {
    assertThat(hosts.mayHaveToken(HttpUrl.get(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://files.slack.com/x",
        "https://files.slack.com:8443/x",
        "https://files.slack.com.evil.example/x",
        "https://evilslack.com/x",
        "https://slack.com.evil.example/",
        "https://files.slack.com@evil.example/x",
        "https://user:pw@files.slack.com/x",
        "https://evil.example/?files.slack.com",
        "https://evil.example\\@files.slack.com/x",
        "https://evil.example#.slack.com",
        "https://slack-files.com/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "http://127.0.0.1:4010/x"
      })
  void nobody_else_may(String url) {
    assertThat(hosts.mayHaveToken(HttpUrl.get(url))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:4011/x",
        "https://127.0.0.1:4010/x",
        "http://localhost:4010/x",
        "http://127.0.0.1:4010@evil.example/x"
      })
  void beside_slack_only_the_server_of_the_api_may(String url) {
    assertThat(local.mayHaveToken(HttpUrl.get("http://127.0.0.1:4010/files-pri/x"))).isTrue();
    assertThat(local.mayHaveToken(HttpUrl.get("https://files.slack.com/x"))).isTrue();
    assertThat(local.mayHaveToken(HttpUrl.get(url))).isFalse();
  }
}
