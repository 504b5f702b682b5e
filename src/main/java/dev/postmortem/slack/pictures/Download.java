package dev.postmortem.slack.pictures;

import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.slack.text.Code;
import dev.postmortem.timeline.ImageType;
import dev.postmortem.timeline.SharedPicture;
import dev.postmortem.workflow.capture.PictureSource.Fetched;
import dev.postmortem.workflow.capture.PictureSource.Here;
import dev.postmortem.workflow.capture.PictureSource.Later;
import dev.postmortem.workflow.capture.PictureSource.Never;
import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Gets the bytes of one picture. The answer is believed only as far as it goes: a wrong token
 * brings 200 and the page to sign in, and a name says nothing about what a file is.
 */
final class Download {
  private static final int MOST_REDIRECTS = 3;
  private final OkHttpClient client;
  private final String token;
  private final TokenHosts hosts;
  private final PictureRules rules;

  Download(OkHttpClient client, String token, TokenHosts hosts, PictureRules rules) {
    // redirects are followed by hand, as each may lead elsewhere
    this.client =
        client
            .newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(rules.patience())
            .readTimeout(rules.patience())
            .build();
    this.token = token;
    this.hosts = hosts;
    this.rules = rules;
  }

  Fetched fetch(SharedPicture picture) {
    HttpUrl url = HttpUrl.parse(picture.url());
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (url == null || !hosts.mayHaveToken(url)) {
        return new Never("its address is not Slack's own");
      }
      try (Response response = client.newCall(request(url)).execute()) {
        if (!response.isRedirect()) {
          return read(picture, response);
        }
        String next = response.header("Location");
        url = next == null ? null : url.resolve(next);
      } catch (IOException away) {
        return new Later("Slack did not send it: " + away.getMessage(), null);
      }
    }
    return new Never("Slack sends from one address to the next");
  }

  /** Unpacked bytes would not have the length that was announced. */
  private Request request(HttpUrl url) {
    return new Request.Builder()
        .url(url)
        .header("Authorization", "Bearer " + token)
        .header("Accept-Encoding", "identity")
        .build();
  }

  private Fetched read(SharedPicture picture, Response response) throws IOException {
    int status = response.code();
    if (status == 429) {
      return new Later("Slack is busy", SlackFault.pause(response.header("Retry-After")));
    }
    if (status >= 500 || status == 408) {
      return new Later("Slack answered " + status, null);
    }
    ResponseBody body = response.body();
    if (status != 200 || body == null) {
      return new Never("Slack answered " + status);
    }
    return read(picture, body, String.valueOf(response.header("Content-Type", "")));
  }

  private Fetched read(SharedPicture picture, ResponseBody body, String contentType)
      throws IOException {
    if (contentType.startsWith("text/html")) {
      return new Later(
          "Slack answered with a page instead, as it does when it wants one to sign in", null);
    }
    Optional<ImageType> type = ImageType.ofMime(contentType).filter(rules.types()::contains);
    if (type.isEmpty()) {
      return new Never("pictures of its type are not copied: " + Code.of(contentType));
    }
    if (body.contentLength() > rules.mostBytes()) {
      return tooLarge();
    }
    byte[] bytes = body.byteStream().readNBytes(rules.mostBytes() + 1);
    return judge(type.get(), bytes, body.contentLength() < 0 ? picture.size() : 0);
  }

  /**
   * @param least how many bytes it must have; a body whose length was announced is whole already
   */
  private Fetched judge(ImageType type, byte[] bytes, long least) {
    if (bytes.length > rules.mostBytes()) {
      return tooLarge();
    }
    if (bytes.length < least) {
      return new Later("Slack sent only a part of it", null);
    }
    return type.begins(bytes)
        ? new Here(type, bytes)
        : new Never("its bytes are not those of a " + type.word());
  }

  private Never tooLarge() {
    return new Never("it is larger than " + rules.mostBytes() + " bytes");
  }
}
