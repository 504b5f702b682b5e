package dev.postmortem.slack.pictures;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.timeline.ImageType;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.SharedPicture;
import dev.postmortem.workflow.capture.PictureSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The pictures of one workspace. Nothing of theirs is made public to get at them. */
public final class SlackPictures implements PictureSource {
  private final SlackCalls calls;
  private final PictureRules rules;
  private final Download download;

  /**
   * @param apiUrl the base of the Web API, whose server may see the token
   */
  public SlackPictures(SlackCalls calls, OkHttpClient client, String apiUrl, PictureRules rules) {
    this.calls = calls;
    this.rules = rules;
    TokenHosts hosts = new TokenHosts(HttpUrl.get(apiUrl));
    this.download = new Download(client, calls.token(), hosts, rules);
  }

  @Override
  public List<SharedPicture> shownIn(Message message) {
    return SharedFiles.mayBeIn(message) ? SharedFiles.in(message) : List.of();
  }

  @Override
  public Fetched fetch(SharedPicture picture) {
    if (rules.mostBytes() == 0) {
      return new Never("no pictures are copied");
    }
    return picture.url().isEmpty() ? ask(picture) : get(picture);
  }

  /** A file of another workspace (docs.slack.dev, "Slack Connect": check_file_info). */
  private Fetched ask(SharedPicture picture) {
    try {
      JsonNode file = calls.call("files.info", Map.of("file", picture.file())).path("file");
      Optional<SharedPicture> found =
          SharedFiles.picture(picture.team(), file).filter(it -> !it.url().isEmpty());
      return found.isPresent() ? get(found.get()) : new Never("it is no picture");
    } catch (SlackFault fault) {
      String why = "Slack does not tell where it is: " + fault.code();
      return fault.isPassing() || fault.is("missing_scope")
          ? new Later(why, fault.pause())
          : new Never(why);
    }
  }

  private Fetched get(SharedPicture picture) {
    if (ImageType.ofMime(picture.mime()).filter(rules.types()::contains).isEmpty()) {
      return new Never("pictures of its type are not copied: " + picture.mime());
    }
    return picture.size() > rules.mostBytes()
        ? new Never("it is larger than " + rules.mostBytes() + " bytes")
        : download.fetch(picture);
  }
}
